package dev.retort.processor.catalogue;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Schema;
import java.util.SortedMap;

/** What one revision changes in the catalogue of a database, in the form that {@code RevisionPlan.catalogue} has. */
public final class CatalogueChange {

    private CatalogueChange() {}

    /**
     * What goes, sorted, and then what comes or is otherwise known, sorted; empty when nothing changes, and
     * where the runtime does not connect.
     */
    public static String between(Schema before, Schema after, DatabaseDialect dialect) {
        if (before.equals(after) || !dialect.family().isConnected()) {
            return "";
        }
        SortedMap<String, String> old = CatalogueLines.of(before, dialect);
        SortedMap<String, String> reached = CatalogueLines.of(after, dialect);
        StringBuilder text = new StringBuilder();
        old.keySet().stream()
                .filter(item -> !reached.containsKey(item))
                .forEach(item -> text.append('-').append(escaped(item)).append('\n'));
        reached.forEach((item, detail) -> {
            if (!detail.equals(old.get(item))) {
                text.append('+')
                        .append(escaped(item))
                        .append('\t')
                        .append(escaped(detail))
                        .append('\n');
            }
        });
        return text.toString();
    }

    /** A quoted name or a label may hold anything. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }
}
