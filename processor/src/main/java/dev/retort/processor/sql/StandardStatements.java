package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Extras;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the SQL standard has words for: H2 and PostgreSQL read them alike. */
abstract class StandardStatements extends DialectStatements {

    StandardStatements(DatabaseDialect dialect, Definitions definitions) {
        super(dialect, definitions);
    }

    /** The new type of a column in its table, which says {@code using} where values must be told how to follow. */
    abstract String newType(Table table, Column old, Column altered, Optional<String> using);

    /** The column computed from now on, or otherwise than before. */
    abstract List<String> computed(Table table, Column old, Column altered, Schema before);

    /** The column computed no more, its values as they are. */
    List<String> computedNoMore(Table table, Column old, Schema before) {
        return List.of(alter(table, old) + "drop expression");
    }

    /** The column, not null and without default, numbered from now on, behind the highest number there is. */
    abstract List<String> numbered(Table table, Column column);

    /** Whether statements do what is refused while a view, or the text of a trigger, uses a column. */
    abstract boolean needNoViews(List<String> statements);

    @Override
    List<String> withDependents(List<Operation> operations, Schema before, List<String> statements) {
        if (!(operations.get(0) instanceof AlterColumn alter) || !needNoViews(statements)) {
            return statements;
        }
        Extras extras = before.extras();
        boolean isRead = extras.views().values().stream().anyMatch(view -> view.reads(alter.table(), alter.column()));
        List<View> views = isRead ? extras.readersOf(alter.table()) : List.of();
        List<Trigger> own = extras.triggersOn(alter.table()).stream()
                .filter(trigger -> trigger.names(alter.table(), alter.column()))
                .toList();
        List<Trigger> created = Stream.of(own, ObjectStatements.triggersOn(views, before))
                .flatMap(List::stream)
                .toList();
        return objects().around(statements, views, own, created);
    }

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

    final String commentOnColumn(Table table, Column column) {
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
    final List<String> alterColumn(Table table, Column old, Column altered, Optional<String> using, Schema before) {
        if (isComputedAnew(old, altered)) {
            return computed(table, old, altered, before);
        }
        String alter = alter(table, old);
        boolean newType = using.isPresent()
                || !definitions().type(table, altered).equals(definitions().type(table, old));
        boolean newDefault = newType || !old.defaultValue().equals(altered.defaultValue());
        Optional<Check> oldCheck = definitions().enumerationCheck(table, old);
        Optional<Check> newCheck = definitions().enumerationCheck(table, altered);
        List<String> statements = new ArrayList<>();
        if (old.identity() && !altered.identity()) {
            statements.add(alter + "drop identity");
        }
        if (old.generatedAs().isPresent() && altered.generatedAs().isEmpty()) {
            statements.addAll(computedNoMore(table, old, before));
        }
        if (!oldCheck.equals(newCheck)) {
            oldCheck.ifPresent(check -> statements.add(drop(table.name(), check)));
        }
        if (newDefault && old.defaultValue().isPresent()) {
            statements.add(alter + "drop default");
        }
        if (newType) {
            statements.add(alter + "set data type " + newType(table, old, altered, using));
        }
        if (newDefault) {
            altered.defaultValue()
                    .ifPresent(value -> statements.add(
                            alter + "set default " + definitions().defaultValue(altered, value)));
        }
        boolean wasNullable = old.nullable()
                || (old.generatedAs().isPresent() && !dialect().family().allowsNotNullOfGenerated());
        if (wasNullable != altered.nullable() && !Definitions.isInPrimaryKey(table, old)) {
            statements.add(alter + (altered.nullable() ? "drop not null" : "set not null"));
        }
        if (altered.identity() && !old.identity()) {
            statements.addAll(numbered(table, altered));
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

    @Override
    final List<String> renameConstraint(Table table, Constraint constraint, Name newName, Schema before) {
        return List.of(alter(table.name()) + "rename constraint "
                + dialect().quote(constraint.name().orElseThrow()) + " to "
                + dialect().quote(newName));
    }

    /** As Hibernate writes it, whose own method takes no start over 32 bits. */
    @Override
    List<String> createSequence(Sequence sequence) {
        return List.of("create sequence " + dialect().quote(sequence.name()) + " start with " + sequence.start()
                + " increment by " + sequence.increment() + SequenceBounds.explicit(sequence)
                + SequenceBounds.afterSteps(sequence, ""));
    }

    /** The cache of a new sequence that says nothing of it. */
    abstract long ownCache();

    @Override
    final List<String> alterSequence(AlterSequence alter, Sequence old, Sequence altered) {
        return List.of("alter sequence " + dialect().quote(old.name())
                + SequenceBounds.changes(alter, old, altered, " no cycle", " cache " + ownCache()));
    }

    @Override
    List<String> renameSequence(Sequence sequence, Name newName) {
        return List.of("alter sequence " + dialect().quote(sequence.name()) + " rename to "
                + dialect().quote(newName));
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
