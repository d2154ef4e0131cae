package dev.retort.processor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the code of a help where its words say. Imports are added as an editor does. */
final class Pasting {
    private static final String NEW = "Pasted.java";

    /** Where code goes. */
    private enum Place {
        NEW_MIGRATION("add to a new migration that revises .*|or, if it (is|was) .*, keep .*|or rename the value:"),
        MERGE("or merge them with a migration that has empty bodies:"),
        BEFORE(".* first(,.*)?:|drop the .* before and (add|create) it after:"),
        IN_PLACE("drop the table in its place:|where databases differ, give one text each:"),
        DECLARATION("declare it as"),
        ARGUMENT("add one:"),
        IMPORT("import it:");

        private final Pattern words;

        Place(String words) {
            this.words = Pattern.compile(words);
        }

        static Place of(String words) {
            for (Place place : values()) {
                if (place.words.matcher(words).matches()) {
                    return place;
                }
            }
            throw new AssertionError("no test knows where this is pasted: " + words);
        }
    }

    private Pasting() {}

    /** The sources with the code of the help. */
    static Map<String, String> paste(Help help, Map<String, String> sources) {
        Map<String, String> changed = new LinkedHashMap<>(sources);
        String code = String.join("\n", help.code()).replace("{ … }", "{}").replace("…", "filled");
        switch (Place.of(help.words())) {
            case NEW_MIGRATION ->
                changed.put(
                        NEW,
                        migration(
                                packageOf(sources, help.head()),
                                "@Migration(revision = \"pasted\", revises = \"" + help.head() + "\")",
                                code));
            case MERGE -> changed.put(NEW, migration(packageOf(sources, "a1"), code, ""));
            case BEFORE -> edit(changed, help, lines -> lines.add(help.line() - 1, code));
            case IN_PLACE ->
                edit(changed, help, lines -> {
                    lines.subList(help.line() - 1, endOfStatement(lines, help.line() - 1) + 1)
                            .clear();
                    lines.add(help.line() - 1, code);
                });
            case DECLARATION -> edit(changed, help, lines -> declare(lines, code));
            case ARGUMENT ->
                edit(
                        changed,
                        help,
                        lines -> lines.set(
                                help.line() - 1,
                                lines.get(help.line() - 1)
                                        .replaceFirst("\\);", ", " + Matcher.quoteReplacement(code) + ");")));
            case IMPORT -> edit(changed, help, lines -> lines.add(1, code));
        }
        return changed;
    }

    private static void edit(Map<String, String> sources, Help help, java.util.function.Consumer<List<String>> edit) {
        String path = sources.keySet().stream()
                .filter(each -> Path.of(each).getFileName().toString().equals(help.file()))
                .findFirst()
                .orElseThrow();
        List<String> lines = new ArrayList<>(sources.get(path).lines().toList());
        edit.accept(lines);
        sources.put(path, withImports(String.join("\n", lines)));
    }

    /** A class with another head, or a new member at the end of the class. */
    private static void declare(List<String> lines, String code) {
        if (code.contains(" class ")) {
            String name = code.replaceAll(".* class (\\w+).*", "$1");
            lines.replaceAll(line -> line.replaceFirst("^.*class " + name + " ", code + " "));
        } else {
            lines.add(lines.lastIndexOf("}"), code);
        }
    }

    private static int endOfStatement(List<String> lines, int start) {
        int depth = 0;
        int end = start - 1;
        do {
            end++;
            String line = lines.get(end).replaceAll("//.*", "").strip();
            depth += line.replaceAll("[^{(]", "").length()
                    - line.replaceAll("[^})]", "").length();
        } while (depth > 0);
        return end;
    }

    private static String packageOf(Map<String, String> sources, String revision) {
        String text = sources.values().stream()
                .filter(source -> source.contains("revision = \"" + revision + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no revision " + revision));
        Matcher declared = Pattern.compile("(?m)^package [\\w.]+;").matcher(text);
        return declared.find() ? declared.group() : "";
    }

    private static String migration(String declaredPackage, String annotation, String upgrade) {
        return withImports("""
                %s

                %s
                final class Pasted implements SchemaMigration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(declaredPackage, annotation, upgrade));
    }

    private static String withImports(String source) {
        List<String> imports = new ArrayList<>();
        for (String each : List.of(
                "static dev.retort.op.SqlTypes.*",
                "static dev.retort.op.ReferentialAction.*",
                "static dev.retort.op.DialectSql.on",
                "dev.retort.*",
                "dev.retort.op.*")) {
            if (!source.contains("import " + each + ";")) {
                imports.add("import " + each + ";");
            }
        }
        return source.replaceFirst("(?m)^(package [\\w.]+;)$", "$1\n" + String.join("\n", imports));
    }
}
