package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the SQL standard has words for: H2 and PostgreSQL read them alike. */
abstract class StandardStatements extends DialectStatements {

    StandardStatements(DatabaseDialect dialect, Definitions definitions) {
        super(dialect, definitions);
    }

    /** The new type of a column in its table, which says {@code using} where values must be told how to follow. */
    abstract String newType(Table table, Column old, Column altered);

    @Override
    List<String> createTable(Table table) {
        List<String> statements = new ArrayList<>(super.createTable(table));
        table.comment().ifPresent(comment -> statements.addAll(commentOnTable(table, Optional.of(comment))));
        table.columns().stream()
                .filter(column -> column.comment().isPresent())
                .forEach(column -> statements.add(commentOnColumn(table, column)));
        return statements;
    }

    @Override
    final List<String> commentOnTable(Table table, Optional<String> comment) {
        return List.of("comment on table " + dialect().quote(table.name()) + " is " + text(comment));
    }

    private String commentOnColumn(Table table, Column column) {
        return "comment on column " + dialect().quote(table.name()) + "."
                + dialect().quote(column.name()) + " is " + text(column.comment());
    }

    private String text(Optional<String> comment) {
        return comment.map(dialect()::literal).orElse("null");
    }

    @Override
    List<String> renameTable(Table table, Name newName) {
        return List.of(alter(table.name()) + "rename to " + dialect().quote(newName));
    }

    @Override
    final List<String> addColumn(Table table, Column column) {
        String add = alter(table.name()) + "add column " + definitions().column(table, column);
        return column.comment().isPresent() ? List.of(add, commentOnColumn(table, column)) : List.of(add);
    }

    @Override
    final List<String> dropColumn(Table table, Column column) {
        return List.of(alter(table.name()) + "drop column " + dialect().quote(column.name()));
    }

    /** The old default goes before the type changes: the new type may not be able to take it. */
    @Override
    final List<String> alterColumn(Table table, Column old, Column altered, Schema before) {
        String alter = alter(table, old);
        boolean newType =
                !definitions().type(table, altered).equals(definitions().type(table, old));
        boolean newDefault = newType || !old.defaultValue().equals(altered.defaultValue());
        Optional<Check> oldCheck = definitions().enumerationCheck(table, old);
        Optional<Check> newCheck = definitions().enumerationCheck(table, altered);
        List<String> statements = new ArrayList<>();
        if (!oldCheck.equals(newCheck)) {
            oldCheck.ifPresent(check -> statements.add(drop(table.name(), check)));
        }
        if (newDefault && old.defaultValue().isPresent()) {
            statements.add(alter + "drop default");
        }
        if (newType) {
            statements.add(alter + "set data type " + newType(table, old, altered));
        }
        if (newDefault) {
            altered.defaultValue()
                    .ifPresent(value -> statements.add(
                            alter + "set default " + definitions().defaultValue(altered, value)));
        }
        if (old.nullable() != altered.nullable() && !Definitions.isInPrimaryKey(table, old)) {
            statements.add(alter + (altered.nullable() ? "drop not null" : "set not null"));
        }
        if (!oldCheck.equals(newCheck)) {
            newCheck.ifPresent(check -> statements.add(add(table.name(), check)));
        }
        if (!old.comment().equals(altered.comment())) {
            statements.add(commentOnColumn(table, altered));
        }
        return statements;
    }

    @Override
    final List<String> renameIndex(Table table, Index index, Name newName, Schema before) {
        return List.of("alter index "
                + dialect().quote(table.name().renamed(index.name().orElseThrow())) + " rename to "
                + dialect().quote(newName));
    }

    @Override
    List<String> addConstraint(Table table, Constraint constraint) {
        return List.of(add(table.name(), constraint));
    }

    /** Columns that were not null for the key's sake stay so when it goes. */
    @Override
    List<String> dropConstraint(Table table, Constraint constraint, Schema before) {
        List<String> statements = new ArrayList<>(List.of(drop(table.name(), constraint)));
        if (constraint instanceof PrimaryKey) {
            nullable(table, constraint).forEach(column -> statements.add(alter(table, column) + "drop not null"));
        }
        return statements;
    }

    /** As Hibernate writes it, whose own method takes no start over 32 bits. */
    @Override
    List<String> createSequence(Sequence sequence) {
        return List.of("create sequence " + dialect().quote(sequence.name()) + " start with " + sequence.start()
                + " increment by " + sequence.increment());
    }

    @Override
    final List<String> dropSequence(QualifiedName sequence) {
        return List.of("drop sequence " + dialect().quote(sequence));
    }

    final String add(QualifiedName table, Constraint constraint) {
        return alter(table) + "add " + definitions().constraint(constraint);
    }

    final String drop(QualifiedName table, Constraint constraint) {
        return alter(table) + "drop constraint "
                + dialect().quote(constraint.name().orElseThrow());
    }

    static List<Column> nullable(Table table, Constraint key) {
        return key.columns().stream()
                .map(name -> table.column(name).orElseThrow())
                .filter(Column::nullable)
                .toList();
    }

    final String alter(QualifiedName table) {
        return "alter table " + dialect().quote(table) + " ";
    }

    final String alter(Table table, Column column) {
        return alter(table.name()) + "alter column " + dialect().quote(column.name()) + " ";
    }
}
