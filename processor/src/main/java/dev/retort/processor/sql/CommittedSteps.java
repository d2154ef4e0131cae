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
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.SchemaReferences;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.Trigger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        List<String> tables = tables(operation, before, dialect);
        return steps.stream()
                .map(step -> step instanceof SqlStep.Statement statement
                                && !ROWS.matcher(statement.sql()).matches()
                        ? new SqlStep.Alone(
                                statement.sql(),
                                tables.isEmpty() ? anything(statement.sql(), operation, dialect) : tables,
                                Optional.empty())
                        : step)
                .toList();
    }

    /** As the runtime asks for them: a dot stands behind the name of a schema; empty for what is not known. */
    private static List<String> tables(Operation operation, Schema before, DatabaseDialect dialect) {
        if (operation instanceof OnDialect on) {
            return tables(on.operation(), before, dialect);
        } else if (operation instanceof SchemaOperation schema) {
            return List.of(dialect.stored(QualifiedName.of(schema.name())) + ".");
        }
        return withDependents(touched(operation, before), before).stream()
                .map(dialect::stored)
                .distinct()
                .toList();
    }

    /** All of the default schema, and of every other that the statement names or the user said it has an effect in. */
    private static List<String> anything(String sql, Operation operation, DatabaseDialect dialect) {
        Set<Name> schemas = new LinkedHashSet<>(SchemaReferences.of(sql));
        effects(operation).forEach(effect -> {
            if (effect instanceof SchemaOperation schema) {
                schemas.add(schema.name());
            }
            touched(effect, Schema.empty()).forEach(name -> schemas.addAll(name.qualifiers()));
        });
        List<String> others = schemas.stream()
                .map(name -> dialect.stored(QualifiedName.of(name)) + ".")
                .distinct()
                .toList();
        return others.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of("*"), others.stream()).toList();
    }

    private static List<Operation> effects(Operation operation) {
        if (operation instanceof OnDialect on) {
            return effects(on.operation());
        }
        return operation instanceof SqlOnly own ? own.effects() : List.of();
    }

    /** Empty for anything: what SQL of the user's changes is not known. */
    private static Set<QualifiedName> touched(Operation operation, Schema before) {
        if (operation instanceof CreateTable create) {
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
        if (operation instanceof ViewOperation view) {
            return Set.of(view.name());
        } else if (operation instanceof TriggerOperation trigger) {
            return Set.of(trigger.table());
        }
        return table(operation).map(table -> withReferrers(table, before)).orElse(Set.of());
    }

    /** Views, and triggers of other tables, may go and come again around a change. */
    private static Set<QualifiedName> withDependents(Set<QualifiedName> touched, Schema before) {
        Set<QualifiedName> all = new LinkedHashSet<>(touched);
        touched.forEach(table -> before.extras().readersOf(table).forEach(view -> all.add(view.name())));
        before.extras().triggers().values().stream()
                .filter(trigger -> touched.stream().anyMatch(trigger::uses))
                .map(Trigger::table)
                .forEach(all::add);
        return all;
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
