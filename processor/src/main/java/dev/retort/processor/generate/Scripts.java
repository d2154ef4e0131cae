package dev.retort.processor.generate;

import dev.retort.processor.sql.RevisionSql;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.MigrationScript;
import dev.retort.runtime.UnscriptableRevisionException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The upgrade of each revision as a file of SQL for each dialect, among the resources of the class output: {@code
 * META-INF/retort/<registry>/<dialect>/0001-<revision>.sql}, numbered in the order of a full upgrade.
 */
public final class Scripts {
    private final Filer filer;

    public Scripts(Filer filer) {
        this.filer = filer;
    }

    /** @param registry qualified */
    public void write(String registry, List<String> dialects, List<RevisionSql> revisions) throws IOException {
        MigrationRegistry scripted = new ScriptRegistry(registry, dialects, revisions);
        for (String dialect : dialects) {
            for (int i = 0; i < revisions.size(); i++) {
                String revision = revisions.get(i).revision().id();
                try (Writer out = filer.createResource(
                                StandardLocation.CLASS_OUTPUT,
                                "",
                                "META-INF/retort/" + registry + "/" + dialect + "/"
                                        + String.format(Locale.ROOT, "%04d", i + 1) + "-" + fileName(revision) + ".sql")
                        .openWriter()) {
                    out.write(script(scripted, dialect, revision));
                }
            }
        }
    }

    /** What a file cannot hold, it says. */
    private static String script(MigrationRegistry registry, String dialect, String revision) throws IOException {
        StringBuilder script = new StringBuilder();
        try {
            MigrationScript.writeRevision(registry, dialect, revision, script);
            return script.toString();
        } catch (UnscriptableRevisionException inJava) {
            return String.valueOf(inJava.getMessage())
                    .lines()
                    .map(line -> "-- " + line + "\n")
                    .reduce("", String::concat);
        }
    }

    /** An id may hold what a path must not. */
    private static String fileName(String revision) {
        return revision.replaceAll("[^A-Za-z0-9_.-]", "_");
    }
}
