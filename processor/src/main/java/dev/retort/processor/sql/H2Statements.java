package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
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

/** H2 (Commands, ALTER TABLE). */
final class H2Statements extends DialectStatements {

    H2Statements(DatabaseDialect dialect) {
        super(dialect, new Definitions(dialect));
    }

    @Override
    List<String> renameTable(Table table, Name newName) {
        return List.of(alter(table.name()) + "rename to " + dialect().quote(newName));
    }

    @Override
    List<String> addColumn(Table table, Column column) {
        return List.of(alter(table.name()) + "add column " + definitions().column(table, column));
    }

    @Override
    List<String> dropColumn(Table table, Column column) {
        return List.of(alter(table.name()) + "drop column " + dialect().quote(column.name()));
    }

    @Override
    List<String> renameColumn(Table table, Column column, Name newName) {
        return List.of(alter(table, column) + "rename to " + dialect().quote(newName));
    }

    /** The old default goes before the type changes: H2 keeps one that the new type cannot take. */
    @Override
    List<String> alterColumn(Table table, Column old, Column altered) {
        String alter = alter(table, old);
        boolean newDefault = !old.defaultValue().equals(altered.defaultValue());
        List<String> statements = new ArrayList<>();
        if (newDefault && old.defaultValue().isPresent()) {
            statements.add(alter + "drop default");
        }
        String type = dialect().typeName(altered.type());
        if (!type.equals(dialect().typeName(old.type()))) {
            statements.add(alter + "set data type " + type);
        }
        if (newDefault) {
            altered.defaultValue()
                    .ifPresent(value -> statements.add(
                            alter + "set default " + definitions().defaultValue(value)));
        }
        if (old.nullable() != altered.nullable() && !Definitions.isInPrimaryKey(table, old)) {
            statements.add(alter + (altered.nullable() ? "drop not null" : "set not null"));
        }
        return statements;
    }

    @Override
    List<String> dropIndex(Table table, Index index, Schema before) {
        return H2SharedIndexes.withoutUsersOf(index, table, before)
                .around(
                        this,
                        "drop index "
                                + dialect()
                                        .quote(table.name().renamed(index.name().orElseThrow())));
    }

    /** H2 makes the columns of a key not null in a new table only. */
    @Override
    List<String> addConstraint(Table table, Constraint constraint) {
        List<String> statements = new ArrayList<>();
        if (constraint instanceof PrimaryKey) {
            nullable(table, constraint).forEach(column -> statements.add(alter(table, column) + "set not null"));
        }
        statements.add(add(table.name(), constraint));
        return statements;
    }

    @Override
    List<String> dropConstraint(Table table, Constraint constraint, Schema before) {
        List<String> statements = new ArrayList<>(
                H2SharedIndexes.withoutUsersOf(constraint, table, before).around(this, drop(table.name(), constraint)));
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
    List<String> dropSequence(QualifiedName sequence) {
        return List.of("drop sequence " + dialect().quote(sequence));
    }

    String add(QualifiedName table, Constraint constraint) {
        return alter(table) + "add " + definitions().constraint(constraint);
    }

    String drop(QualifiedName table, Constraint constraint) {
        return alter(table) + "drop constraint "
                + dialect().quote(constraint.name().orElseThrow());
    }

    private static List<Column> nullable(Table table, Constraint key) {
        return key.columns().stream()
                .map(name -> table.column(name).orElseThrow())
                .filter(Column::nullable)
                .toList();
    }

    private String alter(QualifiedName table) {
        return "alter table " + dialect().quote(table) + " ";
    }

    private String alter(Table table, Column column) {
        return alter(table.name()) + "alter column " + dialect().quote(column.name()) + " ";
    }
}
