package dev.retort.processor.operation;

import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One operation of a revision. */
public sealed interface Operation
        permits Operation.CreateTable,
                Operation.DropTable,
                Operation.RenameTable,
                Operation.CommentOnTable,
                Operation.AddColumn,
                Operation.DropColumn,
                Operation.RenameColumn,
                Operation.AlterColumn,
                Operation.CreateIndex,
                Operation.DropIndex,
                Operation.AddConstraint,
                Operation.DropConstraint,
                Operation.CreateSequence,
                Operation.DropSequence,
                Operation.CreateObject,
                Operation.DropObject,
                Operation.OnDialect,
                Operation.Execute,
                Operation.ExecuteByDialect,
                Operation.Run,
                ViewOperation,
                TriggerOperation,
                SchemaOperation,
                EnumOperation,
                StateOnly,
                SqlOnly,
                PartOperation,
                RowOperation,
                SequenceOperation {

    /**
     * The operations that undo this one.
     *
     * @param before the schema this operation is applied to, without error
     * @return empty when no operation can: what {@link Execute} and {@link Run} do is not known
     */
    Optional<List<Operation>> reverse(Schema before);

    /** As a message names it: the method of {@code Operations} and its first arguments. */
    String describe();

    /** @param table without indexes: these have operations of their own */
    record CreateTable(Table table) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new DropTable(table.name()));
        }

        @Override
        public String describe() {
            return call("createTable", table.name());
        }
    }

    record DropTable(QualifiedName table) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            Table dropped = before.table(table).orElseThrow();
            List<Operation> operations = new ArrayList<>();
            operations.add(new CreateTable(dropped.withIndexes(List.of()).withExclusions(List.of())));
            dropped.exclusions().forEach(exclusion -> operations.add(new AddConstraint(table, exclusion)));
            dropped.indexes().forEach(index -> operations.add(new CreateIndex(table, index)));
            before.extras()
                    .triggersOn(table)
                    .forEach(trigger -> operations.add(new TriggerOperation.CreateTrigger(trigger)));
            return Optional.of(operations);
        }

        @Override
        public String describe() {
            return call("dropTable", table);
        }
    }

    record RenameTable(QualifiedName table, Name newName) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new RenameTable(
                    table.renamed(newName),
                    before.table(table).orElseThrow().name().name()));
        }

        @Override
        public String describe() {
            return call("renameTable", table, newName);
        }
    }

    /** @param comment empty for none from now on */
    record CommentOnTable(QualifiedName table, Optional<String> comment) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(
                    new CommentOnTable(table, before.table(table).orElseThrow().comment()));
        }

        @Override
        public String describe() {
            return call(comment.isPresent() ? "commentOnTable" : "dropTableComment", table);
        }
    }

    record AddColumn(QualifiedName table, Column column) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new DropColumn(table, column.name()));
        }

        @Override
        public String describe() {
            return call("addColumn", table, column.name());
        }
    }

    record DropColumn(QualifiedName table, Name column) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new AddColumn(table, columnOf(before, table, column)));
        }

        @Override
        public String describe() {
            return call("dropColumn", table, column);
        }
    }

    record RenameColumn(QualifiedName table, Name column, Name newName) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new RenameColumn(
                    table, newName, columnOf(before, table, column).name()));
        }

        @Override
        public String describe() {
            return call("renameColumn", table, column, newName);
        }
    }

    /** A new default, or none from now on. */
    record DefaultChange(Optional<DefaultValue> value) {}

    /** A new text, or none from now on. */
    record TextChange(Optional<String> value) {}

    /**
     * What is empty stays.
     *
     * @param using SQL of what each value becomes; only beside a type
     * @param identity whether the database numbers the rows from now on
     * @param generatedAs the SQL that the database computes the value with from now on
     */
    record AlterColumn(
            QualifiedName table,
            Name column,
            Optional<DataType> type,
            Optional<Boolean> nullable,
            Optional<DefaultChange> defaultValue,
            Optional<TextChange> collation,
            Optional<TextChange> comment,
            Optional<String> using,
            Optional<Boolean> identity,
            Optional<TextChange> generatedAs)
            implements Operation {
        /** A change of neither values, identity nor generation. */
        public AlterColumn(
                QualifiedName table,
                Name column,
                Optional<DataType> type,
                Optional<Boolean> nullable,
                Optional<DefaultChange> defaultValue,
                Optional<TextChange> collation,
                Optional<TextChange> comment) {
            this(
                    table,
                    column,
                    type,
                    nullable,
                    defaultValue,
                    collation,
                    comment,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** A change of neither collation nor comment. */
        public AlterColumn(
                QualifiedName table,
                Name column,
                Optional<DataType> type,
                Optional<Boolean> nullable,
                Optional<DefaultChange> defaultValue) {
            this(table, column, type, nullable, defaultValue, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            Column old = columnOf(before, table, column);
            boolean isNullableAgain = nullable.isPresent() || apply(old).nullable() != old.nullable();
            return only(new AlterColumn(
                    table,
                    column,
                    type.map(changed -> old.type()),
                    isNullableAgain ? Optional.of(old.nullable()) : Optional.empty(),
                    defaultValue.map(changed -> new DefaultChange(old.defaultValue())),
                    collation.map(changed -> new TextChange(old.collation())),
                    comment.map(changed -> new TextChange(old.comment())),
                    Optional.empty(),
                    identity.map(changed -> old.identity()),
                    generatedAs.map(changed -> new TextChange(old.generatedAs()))));
        }

        public static AlterColumn comment(QualifiedName table, Name column, Optional<String> text) {
            return new AlterColumn(
                    table,
                    column,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new TextChange(text)));
        }

        /** A column that is numbered from now on has no default. */
        public static AlterColumn identity(QualifiedName table, Column column, boolean identity) {
            return new AlterColumn(
                    table,
                    column.name(),
                    Optional.empty(),
                    Optional.empty(),
                    identity && column.defaultValue().isPresent()
                            ? Optional.of(new DefaultChange(Optional.empty()))
                            : Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(identity),
                    Optional.empty());
        }

        public static AlterColumn collation(QualifiedName table, Name column, Optional<String> name) {
            return new AlterColumn(
                    table,
                    column,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new TextChange(name)),
                    Optional.empty());
        }

        /** The column after this change. */
        public Column apply(Column old) {
            boolean isNumberedNow = identity.orElse(false);
            return old.withType(type.orElse(old.type()))
                    .withNullable(nullable.orElse(old.nullable() && !isNumberedNow))
                    .withIdentity(identity.orElse(old.identity()))
                    .withGeneratedAs(generatedAs.map(TextChange::value).orElse(old.generatedAs()))
                    .withDefault(defaultValue.map(DefaultChange::value).orElse(old.defaultValue()))
                    .withCollation(collation.map(TextChange::value).orElse(old.collation()))
                    .withComment(comment.map(TextChange::value).orElse(old.comment()));
        }

        @Override
        public String describe() {
            return call("alterColumn", table, column);
        }
    }

    /**
     * @param index named
     * @param concurrently while others go on writing, where a database can
     */
    record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements Operation {
        public CreateIndex(QualifiedName table, Index index) {
            this(table, index, false);
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new DropIndex(table, index.name().orElseThrow(), concurrently));
        }

        @Override
        public String describe() {
            return call("createIndex", index.name().orElseThrow(), table);
        }
    }

    /** @param concurrently while others go on using the table, where a database can */
    record DropIndex(QualifiedName table, Name index, boolean concurrently) implements Operation {
        public DropIndex(QualifiedName table, Name index) {
            this(table, index, false);
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new CreateIndex(
                    table, before.table(table).flatMap(t -> t.index(index)).orElseThrow(), concurrently));
        }

        @Override
        public String describe() {
            return call("dropIndex", index, table);
        }
    }

    /** @param constraint named */
    record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new DropConstraint(table, constraint.name().orElseThrow()));
        }

        @Override
        public String describe() {
            String method = switch (constraint.getClass().getSimpleName()) {
                case "PrimaryKey" -> "addPrimaryKey";
                case "ForeignKey" -> "addForeignKey";
                case "UniqueKey" -> "addUnique";
                case "Exclusion" -> "addExclusion";
                default -> "addCheck";
            };
            return call(method, constraint.name().orElseThrow(), table);
        }
    }

    record DropConstraint(QualifiedName table, Name constraint) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new AddConstraint(
                    table,
                    before.table(table).flatMap(t -> t.constraint(constraint)).orElseThrow()));
        }

        @Override
        public String describe() {
            return call("dropConstraint", constraint, table);
        }
    }

    record CreateSequence(Sequence sequence) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new DropSequence(sequence.name()));
        }

        @Override
        public String describe() {
            return call("createSequence", sequence.name());
        }
    }

    record DropSequence(QualifiedName sequence) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new CreateSequence(before.sequence(sequence).orElseThrow()));
        }

        @Override
        public String describe() {
            return call("dropSequence", sequence);
        }
    }

    record CreateObject(DatabaseObject object) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return object.drop().isEmpty() ? Optional.empty() : only(new DropObject(object.name()));
        }

        @Override
        public String describe() {
            return call("createObject", object.name());
        }
    }

    record DropObject(QualifiedName object) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return only(new CreateObject(before.object(object).orElseThrow()));
        }

        @Override
        public String describe() {
            return call("dropObject", object);
        }
    }

    /**
     * For some dialects only.
     *
     * @param dialects families, at least one
     * @param operation not of this kind itself
     */
    record OnDialect(List<String> dialects, Operation operation) implements Operation {
        public OnDialect {
            dialects = dialects.stream().sorted().distinct().toList();
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return operation
                    .reverse(before)
                    .map(operations -> operations.stream()
                            .<Operation>map(each -> new OnDialect(dialects, each))
                            .toList());
        }

        @Override
        public String describe() {
            return operation.describe();
        }
    }

    /** One statement for every dialect, copied as it is. */
    record Execute(String sql) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "execute";
        }
    }

    /** @param sqlByDialect statements by dialect family, at least one */
    record ExecuteByDialect(Map<String, String> sqlByDialect) implements Operation {
        public ExecuteByDialect {
            sqlByDialect = Collections.unmodifiableMap(new TreeMap<>(sqlByDialect));
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "execute";
        }
    }

    /**
     * Java code.
     *
     * @param className the binary name of the class that has the method
     * @param method static, not private, with one parameter of type {@code java.sql.Connection}
     */
    record Run(String className, String method) implements Operation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "run";
        }
    }

    private static Optional<List<Operation>> only(Operation operation) {
        return Optional.of(List.of(operation));
    }

    private static Column columnOf(Schema schema, QualifiedName table, Name column) {
        return schema.table(table).flatMap(t -> t.column(column)).orElseThrow();
    }

    /** A call as a message names it. */
    static String call(String method, Object... arguments) {
        StringBuilder out = new StringBuilder(method).append('(');
        for (int i = 0; i < arguments.length; i++) {
            out.append(i == 0 ? "\"" : ", \"").append(arguments[i]).append('"');
        }
        return out.append(')').toString();
    }
}
