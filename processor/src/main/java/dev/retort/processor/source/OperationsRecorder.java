package dev.retort.processor.source;

import dev.retort.op.CheckBuilder;
import dev.retort.op.ColumnBuilder;
import dev.retort.op.ColumnChange;
import dev.retort.op.ConnectionAction;
import dev.retort.op.DialectSql;
import dev.retort.op.EnumValueBuilder;
import dev.retort.op.ExclusionBuilder;
import dev.retort.op.ForeignKeyBuilder;
import dev.retort.op.IndexBuilder;
import dev.retort.op.IndexDrop;
import dev.retort.op.ObjectBuilder;
import dev.retort.op.Operations;
import dev.retort.op.RowsBuilder;
import dev.retort.op.SequenceBuilder;
import dev.retort.op.SequenceChange;
import dev.retort.op.SqlEffects;
import dev.retort.op.SqlType;
import dev.retort.op.TableBuilder;
import dev.retort.op.UniqueBuilder;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.SequenceOperation;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns the calls of one body into operations. Builders are read only when the body has ended. */
final class OperationsRecorder implements Operations {
    private record Pending(Supplier<Operation> operation, Location place, Supplier<Map<String, Location>> parts) {}

    private final List<Pending> pending = new ArrayList<>();
    private Location callPlace = Location.nowhere();

    /** Of the {@code onDialect} that is being read; empty outside. */
    private List<String> dialects = List.of();

    /** While the operations of a {@code stateOnly} are being read. */
    private boolean isStateOnly;

    /** While the effects of a {@code sqlOnly} are being read: they are kept apart. */
    private Optional<List<Supplier<Operation>>> effects = Optional.empty();

    /** Where the next call stands. */
    void at(Location place) {
        callPlace = place;
    }

    Location callPlace() {
        return callPlace;
    }

    /** The operations in their order; one that is incomplete is a finding instead. */
    List<Instruction> instructions(Findings findings) {
        List<Instruction> instructions = new ArrayList<>();
        for (Pending call : pending) {
            try {
                instructions.add(new Instruction(
                        call.operation().get(), call.place(), call.parts().get()));
            } catch (IllegalArgumentException incomplete) {
                findings.add(
                        Finding.error(FindingId.InvalidOperation, call.place(), String.valueOf(incomplete.getMessage()))
                                .help(RejectedCallException.help(incomplete)));
            }
        }
        return instructions;
    }

    @Override
    public void createTable(String table, Consumer<TableBuilder> definition) {
        Location place = callPlace;
        TableRecorder recorder = new TableRecorder(QualifiedName.of(table), this);
        add(() -> new Operation.CreateTable(recorder.table()), place, recorder::columnPlaces);
        definition.accept(recorder);
    }

    @Override
    public void dropTable(String table) {
        add(new Operation.DropTable(QualifiedName.of(table)));
    }

    @Override
    public void commentOnTable(String table, String comment) {
        add(new Operation.CommentOnTable(QualifiedName.of(table), Optional.of(comment)));
    }

    @Override
    public void dropTableComment(String table) {
        add(new Operation.CommentOnTable(QualifiedName.of(table), Optional.empty()));
    }

    @Override
    public void renameTable(String table, String newName) {
        add(new Operation.RenameTable(QualifiedName.of(table), Name.of(newName)));
    }

    @Override
    public ColumnBuilder addColumn(String table, String column, SqlType type) {
        QualifiedName name = QualifiedName.of(table);
        ColumnRecorder recorder = new ColumnRecorder(Name.of(column), type);
        add(() -> new Operation.AddColumn(name, recorder.column()));
        return recorder;
    }

    @Override
    public void dropColumn(String table, String column) {
        add(new Operation.DropColumn(QualifiedName.of(table), Name.of(column)));
    }

    @Override
    public void renameColumn(String table, String column, String newName) {
        add(new Operation.RenameColumn(QualifiedName.of(table), Name.of(column), Name.of(newName)));
    }

    @Override
    public ColumnChange alterColumn(String table, String column) {
        ColumnChangeRecorder recorder = new ColumnChangeRecorder(QualifiedName.of(table), Name.of(column));
        add(recorder::operation);
        return recorder;
    }

    @Override
    public IndexBuilder createIndex(String name, String table, String... columns) {
        QualifiedName tableName = QualifiedName.of(table);
        ConstraintRecorders.Indexes recorder = new ConstraintRecorders.Indexes(
                Name.of(name), Stream.of(columns).map(IndexPart::of).toList());
        add(() -> new Operation.CreateIndex(tableName, recorder.index(), recorder.isConcurrent()));
        return recorder;
    }

    @Override
    public IndexDrop dropIndex(String name, String table) {
        ConstraintRecorders.IndexDrops recorder =
                new ConstraintRecorders.IndexDrops(QualifiedName.of(table), Name.of(name));
        add(recorder::operation);
        return recorder;
    }

    @Override
    public void renameIndex(String name, String table, String newName) {
        add(new PartOperation.RenameIndex(QualifiedName.of(table), Name.of(name), Name.of(newName)));
    }

    @Override
    public ForeignKeyBuilder addForeignKey(String name, String table, String... columns) {
        QualifiedName tableName = QualifiedName.of(table);
        ConstraintRecorders.ForeignKeys recorder =
                new ConstraintRecorders.ForeignKeys(Name.listOf(List.of(columns)), Name.of(name));
        add(() -> new Operation.AddConstraint(tableName, recorder.key()));
        return recorder;
    }

    @Override
    public UniqueBuilder addUnique(String name, String table, String... columns) {
        QualifiedName tableName = QualifiedName.of(table);
        ConstraintRecorders.UniqueKeys recorder =
                new ConstraintRecorders.UniqueKeys(Name.listOf(List.of(columns)), Name.of(name));
        add(() -> new Operation.AddConstraint(tableName, recorder.key()));
        return recorder;
    }

    @Override
    public void addPrimaryKey(String name, String table, String... columns) {
        add(new Operation.AddConstraint(
                QualifiedName.of(table), new PrimaryKey(Optional.of(Name.of(name)), Name.listOf(List.of(columns)))));
    }

    @Override
    public CheckBuilder addCheck(String name, String table, String condition) {
        QualifiedName tableName = QualifiedName.of(table);
        ConstraintRecorders.Checks recorder = new ConstraintRecorders.Checks(condition, Name.of(name));
        add(() -> new Operation.AddConstraint(tableName, recorder.check()));
        return recorder;
    }

    @Override
    public ExclusionBuilder addExclusion(String name, String table) {
        QualifiedName tableName = QualifiedName.of(table);
        ConstraintRecorders.Exclusions recorder = new ConstraintRecorders.Exclusions(Name.of(name));
        add(() -> new Operation.AddConstraint(tableName, recorder.exclusion()));
        return recorder;
    }

    @Override
    public void renameConstraint(String name, String table, String newName) {
        add(new PartOperation.RenameConstraint(QualifiedName.of(table), Name.of(name), Name.of(newName)));
    }

    @Override
    public void dropConstraint(String name, String table) {
        add(new Operation.DropConstraint(QualifiedName.of(table), Name.of(name)));
    }

    @Override
    public SequenceBuilder createSequence(String name) {
        SequenceRecorders.Sequences recorder = new SequenceRecorders.Sequences(QualifiedName.of(name));
        add(() -> new Operation.CreateSequence(recorder.sequence()));
        return recorder;
    }

    @Override
    public SequenceChange alterSequence(String name) {
        SequenceRecorders.Changes recorder = new SequenceRecorders.Changes(QualifiedName.of(name));
        add(recorder::operation);
        return recorder;
    }

    @Override
    public void renameSequence(String name, String newName) {
        add(new SequenceOperation.RenameSequence(QualifiedName.of(name), Name.of(newName)));
    }

    @Override
    public void dropSequence(String name) {
        add(new Operation.DropSequence(QualifiedName.of(name)));
    }

    @Override
    public ObjectBuilder createObject(String name, String... sql) {
        ObjectRecorder recorder = new ObjectRecorder(QualifiedName.of(name), List.of(sql));
        add(() -> new Operation.CreateObject(recorder.object()));
        return recorder;
    }

    @Override
    public void dropObject(String name) {
        add(new Operation.DropObject(QualifiedName.of(name)));
    }

    @Override
    public void createView(String name, String query) {
        add(new ViewOperation.CreateView(new View(QualifiedName.of(name), WrittenSql.of(query))));
    }

    @Override
    public void createView(String name, DialectSql first, DialectSql... others) {
        add(new ViewOperation.CreateView(
                new View(QualifiedName.of(name), ObjectRecorders.texts("createView", first, others))));
    }

    @Override
    public void replaceView(String name, String query) {
        add(new ViewOperation.ReplaceView(new View(QualifiedName.of(name), WrittenSql.of(query))));
    }

    @Override
    public void replaceView(String name, DialectSql first, DialectSql... others) {
        add(new ViewOperation.ReplaceView(
                new View(QualifiedName.of(name), ObjectRecorders.texts("replaceView", first, others))));
    }

    @Override
    public void dropView(String name) {
        add(new ViewOperation.DropView(QualifiedName.of(name)));
    }

    @Override
    public void createTrigger(String name, String table, String sql) {
        add(new TriggerOperation.CreateTrigger(
                new Trigger(Name.of(name), QualifiedName.of(table), WrittenSql.of(sql))));
    }

    @Override
    public void createTrigger(String name, String table, DialectSql first, DialectSql... others) {
        add(new TriggerOperation.CreateTrigger(new Trigger(
                Name.of(name), QualifiedName.of(table), ObjectRecorders.texts("createTrigger", first, others))));
    }

    @Override
    public void dropTrigger(String name, String table) {
        add(new TriggerOperation.DropTrigger(QualifiedName.of(table), Name.of(name)));
    }

    @Override
    public void createSchema(String name) {
        add(new SchemaOperation.CreateSchema(ObjectRecorders.schema(name)));
    }

    @Override
    public void dropSchema(String name) {
        add(new SchemaOperation.DropSchema(ObjectRecorders.schema(name)));
    }

    @Override
    public void createEnum(String name, String... labels) {
        add(new EnumOperation.CreateEnum(new EnumType(QualifiedName.of(name), List.of(labels))));
    }

    @Override
    public EnumValueBuilder addEnumValue(String type, String value) {
        ObjectRecorders.EnumValues recorder = new ObjectRecorders.EnumValues(QualifiedName.of(type), value);
        add(recorder::operation);
        return recorder;
    }

    @Override
    public void renameEnumValue(String type, String value, String newValue) {
        add(new EnumOperation.RenameEnumValue(QualifiedName.of(type), value, newValue));
    }

    @Override
    public void dropEnum(String name) {
        add(new EnumOperation.DropEnum(QualifiedName.of(name)));
    }

    @Override
    public void stateOnly(Consumer<Operations> operations) {
        if (isStateOnly) {
            throw new RefusedException("stateOnly stands inside stateOnly", "leave the inner one out");
        }
        refuseInEffects("stateOnly");
        isStateOnly = true;
        try {
            operations.accept(this);
        } finally {
            isStateOnly = false;
        }
    }

    @Override
    public SqlEffects sqlOnly(String sql) {
        refuseInEffects("sqlOnly");
        return sqlOnly(WrittenSql.of(sql));
    }

    @Override
    public SqlEffects sqlOnly(DialectSql first, DialectSql... others) {
        refuseInEffects("sqlOnly");
        return sqlOnly(ObjectRecorders.texts("sqlOnly", first, others));
    }

    @Override
    public void onDialect(String dialect, Consumer<Operations> operations) {
        onDialects(List.of(dialect), operations);
    }

    @Override
    public void onDialect(String dialect, String other, Consumer<Operations> operations) {
        onDialects(List.of(dialect, other), operations);
    }

    @Override
    public void onDialect(String dialect, String other, String third, Consumer<Operations> operations) {
        onDialects(List.of(dialect, other, third), operations);
    }

    @Override
    public void bulkInsert(String table, Consumer<RowsBuilder> rows) {
        RowsRecorder recorder = new RowsRecorder(QualifiedName.of(table), this);
        pending.add(new Pending(onDialects(recorder::insert), callPlace, recorder::places));
        rows.accept(recorder);
    }

    @Override
    public void bulkDelete(String table, Consumer<RowsBuilder> rows) {
        RowsRecorder recorder = new RowsRecorder(QualifiedName.of(table), this);
        pending.add(new Pending(onDialects(recorder::delete), callPlace, recorder::places));
        rows.accept(recorder);
    }

    @Override
    public void execute(String sql) {
        add(new Operation.Execute(sql));
    }

    @Override
    public void execute(DialectSql first, DialectSql... others) {
        Map<String, String> byDialect = new LinkedHashMap<>();
        byDialect.put(first.dialect(), first.sql());
        for (DialectSql other : others) {
            if (byDialect.putIfAbsent(other.dialect(), other.sql()) != null) {
                throw new RefusedException("execute has two texts for " + other.dialect(), "leave one of them out");
            }
        }
        add(new Operation.ExecuteByDialect(byDialect));
    }

    @Override
    public void run(ConnectionAction action) {
        Values.RunReference reference = (Values.RunReference) action;
        add(new Operation.Run(reference.className(), reference.method()));
    }

    private void add(Operation operation) {
        add(() -> operation);
    }

    private void add(Supplier<Operation> operation) {
        add(operation, callPlace, Map::of);
    }

    private void add(Supplier<Operation> operation, Location place, Supplier<Map<String, Location>> parts) {
        if (effects.isPresent()) {
            effects.get().add(() -> ObjectRecorders.effect(operation.get()));
            return;
        }
        Supplier<Operation> own = isStateOnly ? () -> ObjectRecorders.stateOnly(operation.get()) : operation;
        pending.add(new Pending(onDialects(own), place, parts));
    }

    private Supplier<Operation> onDialects(Supplier<Operation> operation) {
        List<String> only = dialects;
        return only.isEmpty() ? operation : () -> new Operation.OnDialect(only, operation.get());
    }

    private void onDialects(List<String> families, Consumer<Operations> operations) {
        if (!dialects.isEmpty()) {
            throw new RefusedException("onDialect stands inside onDialect", "put one beside the other");
        }
        refuseInEffects("onDialect");
        dialects = families;
        try {
            operations.accept(this);
        } finally {
            dialects = List.of();
        }
    }

    private void refuseInEffects(String method) {
        if (effects.isPresent()) {
            throw new RefusedException(
                    method + " stands inside the effects of sqlOnly",
                    method.equals("onDialect")
                            ? "put it around sqlOnly"
                            : "leave it out: effects change the state alone");
        }
    }

    private SqlEffects sqlOnly(WrittenSql sql) {
        List<Supplier<Operation>> own = new ArrayList<>();
        add(() -> {
            if (own.isEmpty()) {
                throw new RefusedException(
                        "sqlOnly does not say what it changes",
                        "add .effects(…), or call execute where the schema stays as it is");
            }
            return new SqlOnly(sql, own.stream().map(Supplier::get).toList());
        });
        return operations -> {
            effects = Optional.of(own);
            try {
                operations.accept(this);
            } finally {
                effects = Optional.empty();
            }
        };
    }

    private static final class ObjectRecorder implements ObjectBuilder {
        private final QualifiedName name;
        private final List<String> create;
        private List<String> drop = List.of();

        ObjectRecorder(QualifiedName name, List<String> create) {
            this.name = name;
            this.create = create;
        }

        @Override
        public ObjectBuilder dropWith(String... sql) {
            drop = List.of(sql);
            return this;
        }

        DatabaseObject object() {
            if (create.isEmpty()) {
                throw new RefusedException(
                        "createObject(\"" + name + "\") has no SQL",
                        "write the SQL that creates it: op.createObject(\"" + name + "\", \"…\")");
            }
            return new DatabaseObject(name, create, drop);
        }
    }
}
