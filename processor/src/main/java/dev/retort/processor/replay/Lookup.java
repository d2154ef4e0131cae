package dev.retort.processor.replay;

import dev.retort.processor.finding.Suggestions;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.Collection;
import java.util.List;

/** Finds what an operation names, or says what there is instead. */
final class Lookup {

    private Lookup() {}

    static Table table(Schema schema, QualifiedName name) {
        return schema.table(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "there is no table " + name,
                        near(
                                name.toString(),
                                schema.tables().stream()
                                        .map(table -> table.name().toString())
                                        .toList())));
    }

    static Column column(Table table, Name name) {
        return table.column(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "table " + table.name() + " has no column " + name,
                        near(
                                name.toString(),
                                table.columns().stream()
                                        .map(column -> column.name().toString())
                                        .toList())));
    }

    static Index index(Table table, Name name) {
        return table.index(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "table " + table.name() + " has no index " + name,
                        near(
                                name.toString(),
                                table.indexes().stream()
                                        .flatMap(index -> index.name().stream())
                                        .map(Name::toString)
                                        .toList())));
    }

    static Constraint constraint(Table table, Name name) {
        return table.constraint(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "table " + table.name() + " has no constraint " + name,
                        near(
                                name.toString(),
                                table.constraints().stream()
                                        .flatMap(constraint -> constraint.name().stream())
                                        .map(Name::toString)
                                        .toList())));
    }

    /** The columns of a key or index: at least one, each there, none twice. */
    static List<Column> columns(Table table, List<Name> names, String what) {
        if (names.isEmpty()) {
            throw new InvalidOperationException(
                    what + " on table " + table.name() + " names no column", "name one at least");
        }
        for (int i = 0; i < names.size(); i++) {
            if (Names.contains(names.subList(0, i), names.get(i))) {
                throw new InvalidOperationException(what + " names column " + names.get(i) + " twice", "name it once");
            }
        }
        return names.stream().map(name -> column(table, name)).toList();
    }

    /** A way out for a name that is unknown: what is like it, else what there is. */
    static String near(String wanted, Collection<String> known) {
        List<String> near = Suggestions.near(wanted, known);
        if (!near.isEmpty()) {
            return "did you mean " + String.join(", or ", near) + "?";
        }
        return known.isEmpty()
                ? "correct the name, or let this revision or one before it create it"
                : "correct the name: there is " + Suggestions.some(List.copyOf(known));
    }
}
