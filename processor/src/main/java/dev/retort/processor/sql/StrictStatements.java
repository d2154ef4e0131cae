package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SQL Server and Oracle, which let little be done to a column that has rows in it or that something uses. Keys, checks and
 * indexes step aside meanwhile; where that is not enough, the values move to a new column.
 */
abstract class StrictStatements extends DialectStatements {

    StrictStatements(DatabaseDialect dialect, Definitions definitions) {
        super(dialect, definitions);
    }

    /** The column with all that it has but for its comment and, unless a family says otherwise, nothing else. */
    abstract List<String> addBare(Table table, Column column);

    /**
     * From a column to another of the same name, type and collation, both without values computed by the database.
     *
     * @param table with {@code old}
     */
    abstract List<String> settle(Table table, Column old, Column altered);

    /** Not null or nullable, and nothing else. */
    abstract String nullability(Table table, Column column, boolean nullable);

    abstract String add(Table table, Constraint constraint);

    abstract String drop(Table table, Constraint constraint);

    @Override
    List<String> withDependents(List<Operation> operations, Schema before, List<String> statements) {
        return objects().aroundRename(operations.get(0), before, statements);
    }

    /** The columns of a key are made not null first, so that they can be made nullable again whoever made them so. */
    @Override
    final List<String> addConstraint(Table table, Constraint constraint) {
        List<String> statements = new ArrayList<>();
        if (constraint instanceof PrimaryKey) {
            StandardStatements.nullable(table, constraint)
                    .forEach(column -> statements.add(nullability(table, column, false)));
        }
        statements.add(add(table, constraint));
        return statements;
    }

    /** Columns that were not null for the key's sake stay so when it goes. */
    @Override
    final List<String> dropConstraint(Table table, Constraint constraint, Schema before) {
        List<String> statements = new ArrayList<>(List.of(drop(table, constraint)));
        if (constraint instanceof PrimaryKey) {
            Table after = table.without(constraint);
            StandardStatements.nullable(table, constraint)
                    .forEach(column -> statements.add(nullability(after, column, true)));
        }
        return statements;
    }

    /** What the statements of one table do while keys, checks and indexes that use a column of it are away. */
    final class Aside {
        private final List<String> away = new ArrayList<>();
        private final List<String> back = new ArrayList<>();
        private final Table table;
        private final Table after;
        private final Column column;
        private final Column altered;

        Aside(Table table, Column column, Column altered) {
            this.table = table;
            this.after = table.replace(column, altered);
            this.column = column;
            this.altered = altered;
        }

        /** Foreign keys of the table by this column, and of any table to it. */
        Aside foreignKeys(Schema before) {
            for (Table other : before.tables()) {
                boolean same = other.name().key().equals(table.name().key());
                for (ForeignKey key : other.foreignKeys()) {
                    boolean from = same && Names.contains(key.columns(), column.name());
                    boolean to = key.table().key().equals(table.name().key())
                            && Names.contains(key.referenced(), column.name());
                    if (from || to) {
                        away.add(drop(other, key));
                        back.add(0, add(same ? after : other, key));
                    }
                }
            }
            return this;
        }

        Aside primaryKey() {
            table.primaryKey().filter(key -> key.mentions(column.name())).ifPresent(this::constraint);
            return this;
        }

        Aside keysChecksAndIndexes() {
            for (Check check : table.checks()) {
                if (check.mentions(column.name())) {
                    constraint(check);
                }
            }
            table.uniqueKeys().stream()
                    .filter(key -> key.mentions(column.name()))
                    .forEach(this::constraint);
            for (Index index : table.indexes()) {
                if (index.mentions(column.name())) {
                    away.addAll(dropIndex(table, index, Schema.empty()));
                    back.addAll(0, createIndex(after, index));
                }
            }
            return this;
        }

        private void constraint(Constraint constraint) {
            away.add(drop(table, constraint));
            back.add(0, add(after, constraint));
        }

        /** The check that stands in for an enumeration, old and new. */
        Aside enumeration() {
            definitions().enumerationCheck(table, column).ifPresent(check -> away.add(drop(table, check)));
            definitions().enumerationCheck(after, altered).ifPresent(check -> back.add(0, add(after, check)));
            return this;
        }

        List<String> around(List<String> statements) {
            List<String> all = new ArrayList<>(away);
            all.addAll(statements);
            all.addAll(back);
            return all;
        }
    }

    /** A computed column cannot be without what it is computed from for a moment. */
    final void refuseComputedFrom(Table table, Column column, String what) {
        table.columns().stream()
                .filter(other -> !other.equals(column))
                .filter(other -> other.generatedAs()
                        .filter(sql -> Names.mentions(sql, column.name()))
                        .isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw cannot(
                            what + " column " + column.name() + " of table " + table.name() + ": column " + other.name()
                                    + " is computed from it",
                            UnsupportedByDialectException.setAside("that column"));
                });
    }

    /**
     * By a new column beside the old one, for values that the database cannot convert in place.
     *
     * @param value SQL of what each value becomes
     */
    final List<String> copied(Table table, Column old, Column altered, String value, Schema before) {
        refuseComputedFrom(table, old, "convert");
        Name name = new Name("_retort_new_" + old.name().text(), old.name().quoted());
        Column bare = Column.of(name, altered.type(), true)
                .withCollation(altered.collation())
                .withIdentity(altered.identity());
        List<String> statements = new ArrayList<>(addBare(table, bare));
        statements.add(
                "update " + dialect().quote(table.name()) + " set " + dialect().quote(name) + " = " + value);
        statements.addAll(dropColumn(table, old));
        statements.addAll(renameBare(table.name(), name, old.name()));
        Column moved = bare.renamed(old.name());
        statements.addAll(settle(table.replace(old, moved), moved, altered));
        Aside aside =
                new Aside(table, old, altered).foreignKeys(before).primaryKey().keysChecksAndIndexes();
        definitions()
                .enumerationCheck(table.replace(old, altered), altered)
                .ifPresent(check -> statements.add(add(table.replace(old, altered), check)));
        return aside.around(statements);
    }

    abstract List<String> renameBare(QualifiedName table, Name from, Name to);

    final String alter(QualifiedName table) {
        return "alter table " + dialect().quote(table) + " ";
    }

    final String quoted(Optional<Name> name) {
        return dialect().quote(name.orElseThrow());
    }
}
