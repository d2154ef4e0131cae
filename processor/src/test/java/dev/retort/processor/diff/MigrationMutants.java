package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Model;
import dev.retort.processor.entity.Origin;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every single change to migrations that equal the model, as operations that follow them. */
final class MigrationMutants {
    private final DatabaseDialect dialect;
    private final Schema head;
    private final Model model;
    private final Location fallback;
    private final List<Mutant> mutants = new ArrayList<>();

    private MigrationMutants(DatabaseDialect dialect, Schema head, Model model, Location fallback) {
        this.dialect = dialect;
        this.head = head;
        this.model = model;
        this.fallback = fallback;
    }

    static List<Mutant> of(DatabaseDialect dialect, Schema head, Model model, Location fallback) {
        MigrationMutants all = new MigrationMutants(dialect, head, model, fallback);
        head.tables().forEach(table -> {
            all.table(table);
            table.columns().forEach(column -> all.column(table, column));
            all.primaryKey(table);
            table.foreignKeys().forEach(key -> all.foreignKey(table, key));
            table.uniqueKeys().forEach(key -> all.uniqueKey(table, key));
            table.indexes().forEach(index -> all.index(table, index));
            table.checks().forEach(check -> all.check(table, check));
            all.additions(table);
        });
        head.sequences().forEach(all::sequence);
        all.additionsToSchema();
        return all.mutants;
    }

    private void add(String kind, String subject, List<Operation> change, Location... places) {
        mutants.add(new Mutant(kind, subject, change, model.schema(), List.of(places)));
    }

    private void table(Table table) {
        List<Operation> drop = new ArrayList<>(referrers(table));
        drop.add(new Operation.DropTable(table.name()));
        add("drop a table", table.name().toString(), drop, ofTable(table));
        Operation rename = new Operation.RenameTable(table.name(), plain("renamed_away"));
        add("rename a table", table.name().toString(), List.of(rename), ofTable(table), made(rename));
        add(
                isCommented(table) ? "change a comment" : "comment on a table",
                table.name().toString(),
                List.of(new Operation.CommentOnTable(table.name(), Optional.of("only here"))),
                isCommented(table) ? new Location[] {ofTable(table)} : new Location[0]);
    }

    private boolean isCommented(Table table) {
        return table.comment().isPresent() && dialect.family().hasComments();
    }

    private void column(Table table, Column column) {
        String subject = table.name() + "." + column.name();
        Location property = ofColumn(table, column.name());
        if (table.columns().size() > 1) {
            List<Operation> drop = new ArrayList<>(users(table, column.name()));
            drop.add(new Operation.DropColumn(table.name(), column.name()));
            add("drop a column", subject, drop, property);
        }
        if (table.checks().stream().noneMatch(check -> Names.mentions(check.condition(), column.name()))) {
            Operation rename = new Operation.RenameColumn(table.name(), column.name(), plain("renamed_away"));
            add("rename a column", subject, List.of(rename), property, made(rename));
        }
        types(table, column).forEach(type -> type(table, column, type, property));
        boolean inKey = table.primaryKey()
                .filter(key -> Names.contains(key.columns(), column.name()))
                .isPresent();
        if (!inKey && !column.identity()) {
            add(
                    "flip nullability",
                    subject,
                    List.of(alter(table, column, c -> c.withNullable(!c.nullable()))),
                    property);
        }
        if (!column.identity() && column.generatedAs().isEmpty()) {
            DefaultValue none = new DefaultValue.Expression("null");
            DefaultValue other =
                    column.defaultValue().filter(none::equals).isPresent() ? new DefaultValue.Expression("1") : none;
            boolean isModelled = column.defaultValue().isPresent();
            add(
                    isModelled ? "change a default" : "add a default",
                    subject,
                    List.of(defaults(table, column, Optional.of(other))),
                    isModelled ? new Location[] {property} : new Location[0]);
            if (isModelled) {
                add("drop a default", subject, List.of(defaults(table, column, Optional.empty())), property);
            }
        }
        if (column.comment().isEmpty()) {
            add(
                    "comment on a column",
                    subject,
                    List.of(texts(table, column, Optional.empty(), Optional.of("only here"))));
        }
        if (column.collation().isEmpty()) {
            add("set a collation", subject, List.of(texts(table, column, Optional.of("other"), Optional.empty())));
        }
        if (users(table, column.name()).isEmpty()
                && !column.identity()
                && column.generatedAs().isEmpty()
                && table.columns().size() > 1) {
            Operation anew = new Operation.AddColumn(
                    table.name(), column.withDefault(Optional.empty()).withGeneratedAs(Optional.of("1 + 1")));
            List<Operation> change = List.of(new Operation.DropColumn(table.name(), column.name()), anew);
            if (!GenerationAspect.isWritten(model, table.name(), column.name())
                    && column.defaultValue().isEmpty()) {
                add("generate a column that is only read", subject, change);
            } else if (column.defaultValue().isPresent()) {
                add("generate a column that has a default", subject, change, property, property);
            } else {
                add("generate a column", subject, change, property);
            }
        }
    }

    private void type(Table table, Column column, DataType type, Location property) {
        boolean isSame = dialect.typeName(type).equals(dialect.typeName(column.type()))
                && type.kind() != DataType.Kind.ENUMERATION;
        add(
                isSame ? "change a type that is written the same" : "change a type",
                table.name() + "." + column.name() + " to " + type,
                List.of(alter(table, column, c -> c.withType(type))),
                isSame ? new Location[0] : new Location[] {property});
    }

    private List<DataType> types(Table table, Column column) {
        DataType type = column.type();
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            List<Integer> parameters = new ArrayList<>(type.parameters());
            parameters.set(i, parameters.get(i) + (parameters.get(i) == 6 ? -3 : 1));
            types.add(new DataType(type.kind(), parameters, type.texts(), type.elements()));
        }
        if (type.kind() == DataType.Kind.ENUMERATION) {
            List<String> more = new ArrayList<>(type.texts());
            more.add("ADDED");
            types.add(DataType.enumeration(more));
            if (type.texts().size() > 1) {
                types.add(DataType.enumeration(
                        type.texts().subList(1, type.texts().size())));
            }
        }
        if (!isInForeignKey(table, column.name())) {
            types.add(DataType.of(
                    type.kind() == DataType.Kind.BIGINT ? DataType.Kind.DOUBLE_PRECISION : DataType.Kind.BIGINT));
            types.add(DataType.of(DataType.Kind.VARCHAR, 77));
            types.add(DataType.nativeType("unheard_of"));
        }
        return types;
    }

    private void primaryKey(Table table) {
        table.primaryKey().ifPresent(key -> {
            Location place = ofColumn(table, key.columns().get(0));
            Operation drop =
                    new Operation.DropConstraint(table.name(), key.name().orElseThrow());
            List<Operation> keys = referrers(table);
            if (keys.isEmpty()
                    && table.foreignKeys().stream()
                            .noneMatch(
                                    own -> own.table().key().equals(table.name().key()))) {
                add("drop a primary key", table.name().toString(), List.of(drop), place);
            }
            if (key.columns().size() > 1) {
                List<Name> reversed = reversed(key.columns());
                List<Operation> change = new ArrayList<>(keys);
                change.add(drop);
                change.add(new Operation.AddConstraint(table.name(), new PrimaryKey(key.name(), reversed)));
                head.tables()
                        .forEach(other -> other.foreignKeys().stream()
                                .filter(foreign -> foreign.table()
                                                .key()
                                                .equals(table.name().key())
                                        && !other.name()
                                                .key()
                                                .equals(table.name().key()))
                                .forEach(foreign -> change.add(new Operation.AddConstraint(other.name(), foreign))));
                add("reorder a primary key", table.name().toString(), change, place);
            }
        });
    }

    private void foreignKey(Table table, ForeignKey key) {
        String subject = table.name() + " " + key.describe();
        Location place = ofColumn(table, key.columns().get(0));
        Operation drop = new Operation.DropConstraint(table.name(), key.name().orElseThrow());
        add("drop a foreign key", subject, List.of(drop), place);
        for (ForeignKey.Action action : ForeignKey.Action.values()) {
            if (action != key.onDelete()) {
                ForeignKey other = new ForeignKey(
                        key.name(), key.columns(), key.table(), key.referenced(), action, key.onUpdate(), false);
                add(
                        "change an action",
                        subject + " " + action,
                        List.of(drop, new Operation.AddConstraint(table.name(), other)),
                        place);
            }
        }
        for (Table target : head.tables()) {
            if (!target.name().key().equals(key.table().key())
                    && target.primaryKey()
                            .filter(primary ->
                                    primary.columns().size() == key.columns().size())
                            .isPresent()) {
                ForeignKey other = new ForeignKey(
                        key.name(),
                        key.columns(),
                        target.name(),
                        target.primaryKey().get().columns(),
                        key.onDelete(),
                        key.onUpdate(),
                        false);
                add(
                        "change a target",
                        subject + " now " + target.name(),
                        List.of(drop, new Operation.AddConstraint(table.name(), other)),
                        place);
            }
        }
    }

    private void uniqueKey(Table table, UniqueKey key) {
        String subject = table.name() + " " + key.describe();
        Location place = ofColumn(table, key.columns().get(0));
        Operation drop = new Operation.DropConstraint(table.name(), key.name().orElseThrow());
        add("drop a unique key", subject, List.of(drop), place);
        Index index = Index.on(Optional.of(plain("ux_other")), key.columns(), true, false);
        if (isUnnamed(table, key)) {
            add("make a unique key an index", subject, List.of(drop, new Operation.CreateIndex(table.name(), index)));
        } else {
            Operation add = new Operation.AddConstraint(
                    table.name(), new UniqueKey(Optional.of(plain("uq_other")), key.columns(), false));
            add("rename a unique key", subject, List.of(drop, add), place);
        }
        if (key.columns().size() > 1) {
            Operation add = new Operation.AddConstraint(
                    table.name(), new UniqueKey(key.name(), reversed(key.columns()), false));
            add("reorder a unique key", subject, List.of(drop, add), place);
        }
    }

    private boolean isUnnamed(Table table, UniqueKey key) {
        return model.schema().table(table.name()).orElseThrow().uniqueKeys().stream()
                .anyMatch(modelled -> Names.sameKeys(modelled.columns(), key.columns())
                        && modelled.name().isEmpty());
    }

    private void index(Table table, Index index) {
        if (index.unique()) {
            return;
        }
        String subject = table.name() + " " + index.describe();
        Location place = index.columns().isEmpty()
                ? ofTable(table)
                : ofColumn(table, index.columns().get(0));
        Operation drop = new Operation.DropIndex(table.name(), index.name().orElseThrow());
        add("drop an index", subject, List.of(drop), place);
        List<IndexPart> parts = new ArrayList<>(index.parts());
        parts.set(
                0,
                new IndexPart(
                        parts.get(0).column(),
                        parts.get(0).expression(),
                        !parts.get(0).descending()));
        add(
                "turn an index round",
                subject,
                List.of(drop, new Operation.CreateIndex(table.name(), new Index(index.name(), parts, false, false))),
                place);
        if (index.parts().size() > 1) {
            List<IndexPart> reversed = new ArrayList<>(index.parts());
            java.util.Collections.reverse(reversed);
            add(
                    "reorder an index",
                    subject,
                    List.of(
                            drop,
                            new Operation.CreateIndex(table.name(), new Index(index.name(), reversed, false, false))),
                    place);
        }
    }

    private void check(Table table, Check check) {
        String subject = table.name() + " " + check.describe();
        Location place = model.origins()
                .constraint(
                        table.name(),
                        model.schema().table(table.name()).orElseThrow().checks().stream()
                                .filter(modelled -> modelled.condition().equals(check.condition()))
                                .findFirst()
                                .orElseThrow())
                .map(MigrationMutants::at)
                .orElse(fallback);
        Operation drop = new Operation.DropConstraint(table.name(), check.name().orElseThrow());
        add("drop a check", subject, List.of(drop), place);
        add(
                "widen a check",
                subject,
                List.of(drop, new Operation.AddConstraint(table.name(), with(check, check.condition() + " or 1 = 1"))),
                place);
        add(
                "write a check differently",
                subject,
                List.of(
                        drop,
                        new Operation.AddConstraint(
                                table.name(), with(check, " ( " + spread(check.condition()) + ")"))));
    }

    /** With more white space, but for that of literals, which says something. */
    private static String spread(String condition) {
        String[] parts = condition.split("'", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replace(" ", "  \n");
        }
        return String.join("'", parts);
    }

    private static Check with(Check check, String condition) {
        return new Check(check.name(), condition, false);
    }

    private void additions(Table table) {
        String subject = table.name().toString();
        Operation column = new Operation.AddColumn(
                table.name(), Column.of(plain("added"), DataType.of(DataType.Kind.BIGINT), true));
        add("add a column", subject, List.of(column), made(column));
        Operation required = new Operation.AddColumn(
                table.name(), Column.of(plain("added"), DataType.of(DataType.Kind.BIGINT), false));
        add("add a column that is not null", subject, List.of(required), made(required));
        Name last = table.columns().get(table.columns().size() - 1).name();
        Operation index = new Operation.CreateIndex(
                table.name(), Index.on(Optional.of(plain("ix_added")), List.of(last), false, false));
        boolean isIndexed = table.indexes().stream().anyMatch(other -> Names.sameKeys(other.columns(), List.of(last)));
        if (!isIndexed) {
            add("add an index", subject, List.of(index), made(index));
            add(
                    "add an index of the database's own",
                    subject,
                    List.of(new Operation.CreateIndex(
                            table.name(), Index.on(Optional.of(plain("ix_added")), List.of(last), false, true))));
        }
        Operation expression = new Operation.CreateIndex(
                table.name(),
                new Index(Optional.of(plain("ix_added")), List.of(IndexPart.of("lower(" + last + ")")), false, false));
        add("add an index on an expression", subject, List.of(expression), made(expression));
        if (table.uniqueKeys().stream().noneMatch(key -> Names.sameKeys(key.columns(), List.of(last)))) {
            Operation unique = new Operation.AddConstraint(
                    table.name(), new UniqueKey(Optional.of(plain("uq_added")), List.of(last), false));
            add("add a unique key", subject, List.of(unique), made(unique));
        }
        Operation check =
                new Operation.AddConstraint(table.name(), new Check(Optional.of(plain("ck_added")), "1 = 1", false));
        add("add a check", subject, List.of(check), made(check));
        table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> table.foreignKeys().stream()
                        .noneMatch(own -> own.columns().equals(key.columns())))
                .ifPresent(key -> {
                    Operation foreign = new Operation.AddConstraint(
                            table.name(),
                            new ForeignKey(
                                    Optional.of(plain("fk_added")),
                                    key.columns(),
                                    table.name(),
                                    key.columns(),
                                    ForeignKey.Action.NO_ACTION,
                                    ForeignKey.Action.NO_ACTION,
                                    false));
                    add("add a foreign key", subject, List.of(foreign), made(foreign));
                });
    }

    private void sequence(Sequence sequence) {
        String subject = sequence.name().toString();
        Location place = model.origins()
                .sequence(sequence.name())
                .map(MigrationMutants::at)
                .orElse(fallback);
        Operation drop = new Operation.DropSequence(sequence.name());
        add("drop a sequence", subject, List.of(drop), place);
        boolean counts = dialect.family().hasSequences();
        for (Sequence other : List.of(
                new Sequence(sequence.name(), sequence.start() + 1, sequence.increment()),
                new Sequence(sequence.name(), sequence.start(), sequence.increment() + 1))) {
            add(
                    counts ? "change a sequence" : "change a sequence that is a table",
                    subject,
                    List.of(drop, new Operation.CreateSequence(other)),
                    counts ? new Location[] {place} : new Location[0]);
        }
    }

    private void additionsToSchema() {
        Table table = new Table(
                QualifiedName.of("added"),
                List.of(Column.of(plain("id"), DataType.of(DataType.Kind.BIGINT), false)),
                Optional.of(new PrimaryKey(Optional.of(plain("pk_added")), List.of(plain("id")))),
                List.of(),
                List.of(new UniqueKey(Optional.of(plain("uq_added")), List.of(plain("id")), false)),
                List.of(new Check(Optional.of(plain("ck_added")), "id > 0", false)),
                List.of());
        Operation create = new Operation.CreateTable(table);
        add("add a table", "added", List.of(create), made(create));
        Operation sequence = new Operation.CreateSequence(new Sequence(QualifiedName.of("added_seq"), 1, 1));
        add("add a sequence", "added_seq", List.of(sequence), made(sequence));
        Operation object = new Operation.CreateObject(new DatabaseObject(
                QualifiedName.of("added"), List.of("create type added as enum ('a')"), List.of("drop type added")));
        add("add an object", "added", List.of(object), made(object));
    }

    /** Foreign keys of other tables that must go before a table or its key. */
    private List<Operation> referrers(Table table) {
        List<Operation> drops = new ArrayList<>();
        head.tables().stream()
                .filter(other -> !other.name().key().equals(table.name().key()))
                .forEach(other -> other.foreignKeys().stream()
                        .filter(key -> key.table().key().equals(table.name().key()))
                        .forEach(key -> drops.add(new Operation.DropConstraint(
                                other.name(), key.name().orElseThrow()))));
        return drops;
    }

    /** What must go before a column. */
    private List<Operation> users(Table table, Name column) {
        List<Operation> drops = new ArrayList<>();
        for (Table other : head.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                boolean own = other.equals(table) && Names.contains(key.columns(), column);
                boolean refers =
                        key.table().key().equals(table.name().key()) && Names.contains(key.referenced(), column);
                if (own || refers) {
                    drops.add(new Operation.DropConstraint(
                            other.name(), key.name().orElseThrow()));
                }
            }
        }
        for (Constraint constraint : table.constraints()) {
            boolean uses = constraint instanceof Check check
                    ? Names.mentions(check.condition(), column)
                    : !(constraint instanceof ForeignKey) && Names.contains(constraint.columns(), column);
            if (uses) {
                drops.add(new Operation.DropConstraint(
                        table.name(), constraint.name().orElseThrow()));
            }
        }
        table.indexes().stream()
                .filter(index -> index.mentions(column))
                .forEach(index -> drops.add(
                        new Operation.DropIndex(table.name(), index.name().orElseThrow())));
        return drops;
    }

    private boolean isInForeignKey(Table table, Name column) {
        return head.tables().stream()
                .anyMatch(other -> other.foreignKeys().stream()
                        .anyMatch(key -> (other.equals(table) && Names.contains(key.columns(), column))
                                || (key.table().key().equals(table.name().key())
                                        && Names.contains(key.referenced(), column))));
    }

    private static Operation alter(Table table, Column column, UnaryOperator<Column> change) {
        Column changed = change.apply(column);
        return new Operation.AlterColumn(
                table.name(),
                column.name(),
                changed.type().equals(column.type()) ? Optional.empty() : Optional.of(changed.type()),
                changed.nullable() == column.nullable() ? Optional.empty() : Optional.of(changed.nullable()),
                Optional.empty());
    }

    private static Operation defaults(Table table, Column column, Optional<DefaultValue> value) {
        return new Operation.AlterColumn(
                table.name(),
                column.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Operation.DefaultChange(value)));
    }

    private static Operation texts(Table table, Column column, Optional<String> collation, Optional<String> comment) {
        return new Operation.AlterColumn(
                table.name(),
                column.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                collation.map(Optional::of).map(Operation.TextChange::new),
                comment.map(Optional::of).map(Operation.TextChange::new));
    }

    private Location ofTable(Table table) {
        return model.origins().table(table.name()).map(MigrationMutants::at).orElse(fallback);
    }

    private Location ofColumn(Table table, Name column) {
        return model.origins()
                .column(table.name(), column)
                .map(MigrationMutants::at)
                .orElse(fallback);
    }

    static Location at(Origin origin) {
        return Location.of(origin.element());
    }

    static Location made(Operation operation) {
        return new Migrations.Place(operation.describe());
    }

    private static Name plain(String text) {
        return new Name(text, false);
    }

    private static List<Name> reversed(List<Name> names) {
        List<Name> reversed = new ArrayList<>(names);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
