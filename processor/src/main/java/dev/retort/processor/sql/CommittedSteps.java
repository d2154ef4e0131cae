package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CommentOnTable;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.Operation.DropSequence;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.OnDialect;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where DDL commits, each statement of it stands alone, and says which tables it changes: the runtime looks at these
 * when it finds that a process died in the middle.
 */
final class CommittedSteps {

    /** What reads and writes rows, or sets something for the session, is part of a transaction. */
    private static final Pattern ROWS = Pattern.compile(
            "(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*\\(?\\s*(insert|update|delete|merge|replace|select|values|with|set(?!\\s+statement))\\b.*");

    private CommittedSteps() {}

    static List<SqlStep> of(List<SqlStep> steps, Operation operation, Schema before, DatabaseDialect dialect) {
        Set<QualifiedName> touched = touched(operation, before);
        boolean hasDependents = touched.stream().anyMatch(table -> hasDependents(table, before));
        List<String> tables = (hasDependents ? Set.<QualifiedName>of() : touched)
                .stream().map(dialect::stored).distinct().toList();
        return steps.stream()
                .map(step -> step instanceof SqlStep.Statement statement
                                && !ROWS.matcher(statement.sql()).matches()
                        ? new SqlStep.Alone(statement.sql(), tables, Optional.empty())
                        : step)
                .toList();
    }

    /** Empty for anything: what SQL of the user's, a view or a type changes is not known. */
    private static Set<QualifiedName> touched(Operation operation, Schema before) {
        if (operation instanceof OnDialect on) {
            return touched(on.operation(), before);
        } else if (operation instanceof CreateTable create) {
            return Set.of(create.table().name());
        } else if (operation instanceof RenameTable rename) {
            Set<QualifiedName> tables = withReferrers(rename.table(), before);
            tables.add(rename.table().renamed(rename.newName()));
            return tables;
        } else if (operation instanceof CreateSequence create) {
            return Set.of(create.sequence().name());
        } else if (operation instanceof DropSequence drop) {
            return Set.of(drop.sequence());
        } else if (operation instanceof AlterSequence alter) {
            return Set.of(alter.sequence());
        } else if (operation instanceof RenameSequence rename) {
            // In this order, the same in every build.
            return new LinkedHashSet<>(
                    List.of(rename.sequence(), rename.sequence().renamed(rename.newName())));
        }
        return table(operation).map(table -> withReferrers(table, before)).orElse(Set.of());
    }

    /** Views and triggers of other tables, which may go and come again around a change. */
    private static boolean hasDependents(QualifiedName table, Schema before) {
        return !before.extras().readersOf(table).isEmpty()
                || before.extras().triggers().values().stream()
                        .anyMatch(trigger -> trigger.isOn(table) || trigger.uses(table));
    }

    /** Keys of other tables are dropped and added around a change of what they refer to. */
    private static Set<QualifiedName> withReferrers(QualifiedName table, Schema before) {
        Set<QualifiedName> tables = new LinkedHashSet<>();
        tables.add(table);
        before.tables().stream()
                .filter(other -> other.foreignKeys().stream()
                        .anyMatch(key -> key.table().key().equals(table.key())))
                .map(Table::name)
                .forEach(tables::add);
        return tables;
    }

    private static Optional<QualifiedName> table(Operation operation) {
        QualifiedName table = null;
        if (operation instanceof DropTable drop) {
            table = drop.table();
        } else if (operation instanceof CommentOnTable comment) {
            table = comment.table();
        } else if (operation instanceof AddColumn add) {
            table = add.table();
        } else if (operation instanceof DropColumn drop) {
            table = drop.table();
        } else if (operation instanceof RenameColumn rename) {
            table = rename.table();
        } else if (operation instanceof AlterColumn alter) {
            table = alter.table();
        } else if (operation instanceof CreateIndex create) {
            table = create.table();
        } else if (operation instanceof DropIndex drop) {
            table = drop.table();
        } else if (operation instanceof AddConstraint add) {
            table = add.table();
        } else if (operation instanceof DropConstraint drop) {
            table = drop.table();
        } else if (operation instanceof PartOperation part) {
            table = part.table();
        } else if (operation instanceof RowOperation rows) {
            table = rows.table();
        }
        return Optional.ofNullable(table);
    }
}
