package dev.retort.processor.suggest;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.operation.SequenceOperation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.JavaText;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An operation as the statement that makes it, with {@code SqlTypes} and {@code ReferentialAction} imported statically.
 * Names that {@link ConstraintNames} would give are left out where they may be.
 */
public final class OperationSource {
    /** {@code Operations.onDialect} takes so many. */
    private static final int MOST_DIALECTS = 3;

    private OperationSource() {}

    /** One statement, over several lines for a new table. */
    public static String of(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return createTable(create.table());
        } else if (operation instanceof Operation.DropTable drop) {
            return call("dropTable", drop.table()) + ";";
        } else if (operation instanceof Operation.RenameTable rename) {
            return call("renameTable", rename.table(), rename.newName()) + ";";
        } else if (operation instanceof Operation.CommentOnTable comment) {
            return comment.comment()
                            .map(text -> call("commentOnTable", comment.table(), text))
                            .orElseGet(() -> call("dropTableComment", comment.table()))
                    + ";";
        } else if (operation instanceof Operation.AddColumn add) {
            return "op.addColumn(" + text(add.table()) + ", "
                    + text(add.column().name()) + ", " + add.column().type() + ")" + columnDetails(add.column()) + ";";
        } else if (operation instanceof Operation.DropColumn drop) {
            return call("dropColumn", drop.table(), drop.column()) + ";";
        } else if (operation instanceof Operation.RenameColumn rename) {
            return call("renameColumn", rename.table(), rename.column(), rename.newName()) + ";";
        } else if (operation instanceof Operation.AlterColumn alter) {
            return call("alterColumn", alter.table(), alter.column()) + alterations(alter) + ";";
        } else if (operation instanceof Operation.CreateIndex create) {
            return createIndex(create);
        } else if (operation instanceof Operation.DropIndex drop) {
            return call("dropIndex", drop.index(), drop.table()) + concurrently(drop.concurrently()) + ";";
        } else if (operation instanceof PartOperation.RenameConstraint rename) {
            return call("renameConstraint", rename.constraint(), rename.table(), rename.newName()) + ";";
        } else if (operation instanceof PartOperation.RenameIndex rename) {
            return call("renameIndex", rename.index(), rename.table(), rename.newName()) + ";";
        } else if (operation instanceof Operation.AddConstraint add) {
            return addConstraint(add.table(), add.constraint());
        } else if (operation instanceof Operation.DropConstraint drop) {
            return call("dropConstraint", drop.constraint(), drop.table()) + ";";
        } else if (operation instanceof Operation.CreateSequence create) {
            return SequenceSource.create(create.sequence());
        } else if (operation instanceof RowOperation rows) {
            return RowSource.of(rows);
        } else if (operation instanceof SequenceOperation change) {
            return SequenceSource.of(change);
        } else if (operation instanceof Operation.DropSequence drop) {
            return call("dropSequence", drop.sequence()) + ";";
        } else if (operation instanceof Operation.CreateObject create) {
            DatabaseObject object = create.object();
            return "op.createObject(" + text(object.name()) + ", " + literals(object.create()) + ")"
                    + (object.drop().isEmpty() ? "" : ".dropWith(" + literals(object.drop()) + ")") + ";";
        } else if (operation instanceof Operation.DropObject drop) {
            return call("dropObject", drop.object()) + ";";
        } else if (operation instanceof Operation.OnDialect some) {
            return String.join("\n", onDialects(some.dialects(), List.of(of(some.operation()))));
        } else if (operation instanceof Operation.Execute execute) {
            return call("execute", execute.sql()) + ";";
        } else if (operation instanceof Operation.ExecuteByDialect execute) {
            return "op.execute("
                    + execute.sqlByDialect().entrySet().stream()
                            .map(OperationSource::onDialect)
                            .collect(Collectors.joining(", "))
                    + ");";
        } else if (operation instanceof Operation.Run run) {
            return "op.run(" + run.className().replace('$', '.') + "::" + run.method() + ");";
        }
        return ObjectSource.of(operation)
                .orElseThrow(() -> new IllegalArgumentException("unknown operation " + operation));
    }

    /**
     * Statements for some dialects only: in one block, or in several for more dialects than a block takes.
     *
     * @param dialects at least one
     * @param statements as {@link #of} gives them
     */
    public static List<String> onDialects(List<String> dialects, List<String> statements) {
        String inner = statements.stream()
                .map(statement -> statement.replaceFirst("(?m)^op\\.", "on."))
                .flatMap(String::lines)
                .map(line -> "\n    " + line)
                .collect(Collectors.joining());
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < dialects.size(); i += MOST_DIALECTS) {
            List<String> some = dialects.subList(i, Math.min(i + MOST_DIALECTS, dialects.size()));
            blocks.add("op.onDialect(" + literals(some) + ", on -> {" + inner + "\n});");
        }
        return blocks;
    }

    private static String createTable(Table table) {
        StringBuilder out = new StringBuilder("op.createTable(" + text(table.name()) + ", table -> {");
        for (Column column : table.columns()) {
            out.append("\n    table.column(")
                    .append(text(column.name()))
                    .append(", ")
                    .append(column.type())
                    .append(')')
                    .append(columnDetails(column))
                    .append(';');
        }
        table.constraints()
                .forEach(constraint -> out.append("\n    table.")
                        .append(inTable(table, constraint))
                        .append(';'));
        table.comment()
                .ifPresent(comment -> out.append("\n    table.comment(")
                        .append(JavaText.literal(comment))
                        .append(");"));
        return out.append("\n});").toString();
    }

    private static String inTable(Table table, Constraint constraint) {
        Name own = table.name().name();
        if (constraint instanceof PrimaryKey key) {
            return "primaryKey(" + texts(key.columns()) + ")" + named(key, ConstraintNames.primaryKey(own));
        } else if (constraint instanceof ForeignKey key) {
            return "foreignKey(" + texts(key.columns()) + ")" + references(key)
                    + named(key, ConstraintNames.foreignKey(own, key.columns())) + databaseOnly(key.databaseOnly());
        } else if (constraint instanceof UniqueKey key) {
            return "unique(" + texts(key.columns()) + ")" + named(key, ConstraintNames.uniqueKey(own, key.columns()))
                    + databaseOnly(key.databaseOnly());
        }
        Check check = (Check) constraint;
        return "check(" + JavaText.literal(check.condition()) + ")"
                + named(check, ConstraintNames.check(own, table.checks().indexOf(check) + 1))
                + databaseOnly(check.databaseOnly());
    }

    private static String named(Constraint constraint, Name byDefault) {
        return constraint
                .name()
                .filter(name -> !name.equals(byDefault))
                .map(name -> ".named(" + text(name) + ")")
                .orElse("");
    }

    private static String addConstraint(QualifiedName table, Constraint constraint) {
        Name own = table.name();
        if (constraint instanceof PrimaryKey key) {
            Name name = key.name().orElseGet(() -> ConstraintNames.primaryKey(own));
            return "op.addPrimaryKey(" + text(name) + ", " + text(table) + ", " + texts(key.columns()) + ");";
        } else if (constraint instanceof ForeignKey key) {
            Name name = key.name().orElseGet(() -> ConstraintNames.foreignKey(own, key.columns()));
            return "op.addForeignKey(" + text(name) + ", " + text(table) + ", " + texts(key.columns()) + ")"
                    + references(key) + databaseOnly(key.databaseOnly()) + ";";
        } else if (constraint instanceof UniqueKey key) {
            Name name = key.name().orElseGet(() -> ConstraintNames.uniqueKey(own, key.columns()));
            return "op.addUnique(" + text(name) + ", " + text(table) + ", " + texts(key.columns()) + ")"
                    + databaseOnly(key.databaseOnly()) + ";";
        }
        if (constraint instanceof Exclusion exclusion) {
            return call("addExclusion", exclusion.name().orElseThrow(), table)
                    + (exclusion.method().equals("gist") ? "" : ".using(" + JavaText.literal(exclusion.method()) + ")")
                    + exclusion.elements().stream()
                            .map(element ->
                                    ".with(" + text(element.part()) + ", " + JavaText.literal(element.operator()) + ")")
                            .collect(Collectors.joining())
                    + textual(".where", exclusion.where()) + ";";
        }
        Check check = (Check) constraint;
        Name name = check.name().orElseGet(() -> ConstraintNames.check(own, 1));
        return "op.addCheck(" + text(name) + ", " + text(table) + ", " + JavaText.literal(check.condition()) + ")"
                + databaseOnly(check.databaseOnly()) + ";";
    }

    private static String createIndex(Operation.CreateIndex create) {
        QualifiedName table = create.table();
        Index index = create.index();
        return "op.createIndex("
                + text(index.name().orElseGet(() -> ConstraintNames.index(table.name(), index.columns())))
                + ", " + text(table) + ", "
                + index.parts().stream().map(OperationSource::text).collect(Collectors.joining(", ")) + ")"
                + (index.unique() ? ".unique()" : "")
                + (index.included().isEmpty() ? "" : ".include(" + texts(index.included()) + ")")
                + textual(".where", index.where())
                + concurrently(create.concurrently())
                + databaseOnly(index.databaseOnly()) + ";";
    }

    private static String references(ForeignKey key) {
        return ".references(" + text(key.table()) + ", " + texts(key.referenced()) + ")"
                + action(".onDelete", key.onDelete()) + action(".onUpdate", key.onUpdate());
    }

    private static String action(String method, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION ? "" : method + "(" + action.name() + ")";
    }

    private static String columnDetails(Column column) {
        return (column.identity() ? ".identity()" : column.nullable() ? "" : ".notNull()")
                + column.defaultValue().map(OperationSource::defaultValue).orElse("")
                + textual(".generatedAs", column.generatedAs())
                + textual(".collation", column.collation())
                + textual(".comment", column.comment());
    }

    private static String textual(String method, Optional<String> text) {
        return text.map(value -> method + "(" + JavaText.literal(value) + ")").orElse("");
    }

    private static String change(String name, Optional<Operation.TextChange> change) {
        return change.map(present -> present.value()
                        .map(text -> "." + name.toLowerCase(Locale.ROOT) + "(" + JavaText.literal(text) + ")")
                        .orElse(".drop" + name + "()"))
                .orElse("");
    }

    private static String alterations(Operation.AlterColumn alter) {
        return alter.type().map(type -> ".type(" + type + ")").orElse("")
                + textual(".using", alter.using())
                + alter.identity()
                        .map(identity -> identity ? ".identity()" : ".dropIdentity()")
                        .orElse("")
                + alter.generatedAs()
                        .map(change -> change.value()
                                .map(sql -> ".generatedAs(" + JavaText.literal(sql) + ")")
                                .orElse(".dropGenerated()"))
                        .orElse("")
                + alter.nullable()
                        .map(nullable -> nullable ? ".nullable()" : ".notNull()")
                        .orElse("")
                + alter.defaultValue()
                        .map(change -> change.value()
                                .map(OperationSource::defaultValue)
                                .orElse(".dropDefault()"))
                        .orElse("")
                + change("Collation", alter.collation())
                + change("Comment", alter.comment());
    }

    private static String defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Text literal) {
            return ".defaultValue(" + JavaText.literal(literal.value()) + ")";
        } else if (value instanceof DefaultValue.Whole literal) {
            return ".defaultValue(" + whole(literal.value()) + ")";
        } else if (value instanceof DefaultValue.Decimal literal) {
            return ".defaultValue(" + literal.value().doubleValue() + ")";
        } else if (value instanceof DefaultValue.Bool literal) {
            return ".defaultValue(" + literal.value() + ")";
        }
        return ".defaultExpression(" + JavaText.literal(((DefaultValue.Expression) value).sql()) + ")";
    }

    static String whole(long value) {
        return value + (value == (int) value ? "" : "L");
    }

    private static String onDialect(Map.Entry<String, String> entry) {
        return "on(" + JavaText.literal(entry.getKey()) + ", " + JavaText.literal(entry.getValue()) + ")";
    }

    private static String concurrently(boolean concurrently) {
        return concurrently ? ".concurrently()" : "";
    }

    private static String databaseOnly(boolean databaseOnly) {
        return databaseOnly ? ".databaseOnly()" : "";
    }

    static String call(String method, Object... names) {
        return "op." + method + "("
                + Arrays.stream(names).map(OperationSource::text).collect(Collectors.joining(", ")) + ")";
    }

    static String text(Object name) {
        return JavaText.literal(name.toString());
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
    }

    static String texts(List<Name> names) {
        return names.stream().map(OperationSource::text).collect(Collectors.joining(", "));
    }
}
