package dev.retort.processor.sql;

import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Constraints that must step aside while an index or key goes. In H2 a new foreign or unique key takes an index that is
 * already there on its columns, be it a user's or another key's. Then H2 refuses to drop that index (error 90085); and
 * when the key that made it is dropped, the index stays for the other, and goes on refusing equal values.
 */
final class H2SharedIndexes {

    private record Placed(QualifiedName table, Constraint constraint) {}

    private final List<Placed> users = new ArrayList<>();

    private H2SharedIndexes() {}

    static H2SharedIndexes withoutUsersOf(Index index, Table table, Schema before) {
        H2SharedIndexes shared = new H2SharedIndexes();
        shared.addForeignKeys(table, index.columns());
        for (UniqueKey key : table.uniqueKeys()) {
            if (index.unique() && keys(key.columns()).equals(keys(index.columns()))) {
                shared.addReferencesTo(table, key.columns(), before);
                shared.users.add(new Placed(table.name(), key));
            }
        }
        return shared;
    }

    static H2SharedIndexes withoutUsersOf(Constraint constraint, Table table, Schema before) {
        H2SharedIndexes shared = new H2SharedIndexes();
        if (constraint instanceof PrimaryKey || constraint instanceof UniqueKey) {
            shared.addForeignKeys(table, constraint.columns());
            // A reference to these columns may rest on this key or on its twin; back again, it rests on the twin.
            if (hasTwin(table, constraint)) {
                shared.addReferencesTo(table, constraint.columns(), before);
            }
        }
        return shared;
    }

    /** The statement, with all users gone before it and back after it. */
    List<String> around(H2Statements h2, String statement) {
        List<String> statements = new ArrayList<>();
        users.forEach(user -> statements.add(h2.drop(user.table, user.constraint)));
        statements.add(statement);
        for (int i = users.size() - 1; i >= 0; i--) {
            statements.add(h2.add(users.get(i).table, users.get(i).constraint));
        }
        return statements;
    }

    private static boolean hasTwin(Table table, Constraint key) {
        return table.constraints().stream()
                .filter(other -> other instanceof PrimaryKey || other instanceof UniqueKey)
                .anyMatch(other -> !other.equals(key) && keys(other.columns()).equals(keys(key.columns())));
    }

    /** Foreign keys of the table whose columns are the first ones of the index, in any order. */
    private void addForeignKeys(Table table, List<Name> indexed) {
        for (ForeignKey key : table.foreignKeys()) {
            int width = key.columns().size();
            if (width <= indexed.size() && keys(key.columns()).equals(keys(indexed.subList(0, width)))) {
                add(table.name(), key);
            }
        }
    }

    private void addReferencesTo(Table table, List<Name> columns, Schema schema) {
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().key().equals(table.name().key())
                        && keys(key.referenced()).equals(keys(columns))) {
                    add(other.name(), key);
                }
            }
        }
    }

    private void add(QualifiedName table, ForeignKey key) {
        Placed placed = new Placed(table, key);
        if (!users.contains(placed)) {
            users.add(placed);
        }
    }

    private static Set<String> keys(List<Name> names) {
        return names.stream().map(Name::key).collect(Collectors.toSet());
    }
}
