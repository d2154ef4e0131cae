package dev.retort.processor.sql;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DefaultChange;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.Operation.DropSequence;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.PartOperation.RenameConstraint;
import dev.retort.processor.operation.PartOperation.RenameIndex;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Operations that apply to a schema whose tables hold the row with {@code id} 1. Columns called {@code ref…} are for
 * foreign keys and always null, {@code id} is never renamed, and checks speak of {@code id} only.
 */
final class RandomOperations {
    private static final List<String> TABLES = List.of("a", "b", "`C d`", "order", "_e");
    private static final List<String> COLUMNS = List.of("x", "y", "group", "`Mixed`", "`wo rds`", "oid2");
    private static final DataType VARCHAR = DataType.of(Kind.VARCHAR, 20);
    private static final DataType TWO = DataType.enumeration(List.of("B", "A"));

    private final Random random;
    private final List<ForeignKey.Action> actions;
    private int number;

    /** @param actions that a foreign key may take */
    RandomOperations(long seed, List<ForeignKey.Action> actions) {
        this.actions = actions;
        this.random = new Random(seed);
    }

    List<Operation> sequence(int length) {
        List<Operation> operations = new ArrayList<>();
        Schema schema = Schema.empty();
        while (operations.size() < length) {
            Optional<Operation> next = next(schema);
            if (next.isPresent()) {
                operations.add(next.get());
                schema = SchemaFold.after(schema, next.get());
            }
        }
        return operations;
    }

    private Optional<Operation> next(Schema schema) {
        if (schema.tables().size() < 2 || random.nextInt(12) == 0) {
            return createTable(schema);
        }
        Table table = pick(new ArrayList<>(schema.tables()));
        return switch (random.nextInt(16)) {
            case 0 -> isReferenced(schema, table) ? Optional.empty() : Optional.of(new DropTable(table.name()));
            case 1 -> freeTable(schema).map(name -> new RenameTable(table.name(), name.name()));
            case 2, 3 -> freeColumn(table).map(name -> new AddColumn(table.name(), column(name)));
            case 4 -> Optional.of(new AddColumn(table.name(), Column.of(fresh("ref"), Samples.BIGINT, true)));
            case 5 -> pickColumn(table, true).map(column -> new DropColumn(table.name(), column.name()));
            case 6 ->
                pickColumn(table, false)
                        .flatMap(column ->
                                freeColumn(table).map(name -> new RenameColumn(table.name(), column.name(), name)));
            case 7, 8 -> pickColumn(table, false).map(column -> alter(table, column));
            case 9 ->
                Optional.of(new CreateIndex(
                        table.name(), Samples.index(fresh("ix").text(), random.nextBoolean(), someColumns(table))));
            case 10 ->
                table.indexes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DropIndex(
                                table.name(), pick(table.indexes()).name().orElseThrow()));
            case 11 -> addConstraint(schema, table);
            case 12 -> dropConstraint(schema, table);
            case 13 ->
                table.indexes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RenameIndex(
                                table.name(), pick(table.indexes()).name().orElseThrow(), fresh("ix")));
            case 14 ->
                table.constraints().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RenameConstraint(
                                table.name(), pick(table.constraints()).name().orElseThrow(), fresh("re")));
            default ->
                schema.sequences().isEmpty()
                        ? Optional.of(new CreateSequence(
                                new Sequence(QualifiedName.of(fresh("seq")), random.nextInt(100), 50)))
                        : Optional.of(new DropSequence(
                                schema.sequences().iterator().next().name()));
        };
    }

    private Optional<Operation> createTable(Schema schema) {
        return freeTable(schema).map(name -> {
            boolean identity = random.nextInt(3) == 0;
            List<Column> columns = new ArrayList<>();
            columns.add(new Column(Name.of("id"), Samples.BIGINT, false, Optional.empty(), identity));
            columns.add(Column.of(Name.of("ref"), Samples.BIGINT, true));
            Table table = new Table(
                    name,
                    columns,
                    Optional.of(Samples.primaryKey(fresh("pk").text(), "id")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
            return new CreateTable(
                    freeColumn(table).map(this::column).map(table::with).orElse(table));
        });
    }

    private Column column(Name name) {
        Column nullable = Column.of(name, pick(List.of(VARCHAR, Samples.INTEGER, TWO)), true);
        if (random.nextBoolean()) {
            return nullable;
        }
        DefaultValue value =
                nullable.type().equals(Samples.INTEGER) ? new DefaultValue.Whole(number++) : new DefaultValue.Text("A");
        return nullable.withNullable(false).withDefault(Optional.of(value));
    }

    private AlterColumn alter(Table table, Column column) {
        DataType wider = column.type().equals(Samples.INTEGER)
                ? Samples.BIGINT
                : column.type().equals(TWO)
                        ? DataType.enumeration(List.of("C", "A", "B"))
                        : DataType.of(Kind.VARCHAR, 300);
        // A row of id alone must find a default for all that is not null.
        boolean relax = random.nextBoolean();
        return new AlterColumn(
                table.name(),
                column.name(),
                random.nextBoolean() && !column.type().equals(Samples.BIGINT) ? Optional.of(wider) : Optional.empty(),
                relax ? Optional.of(true) : Optional.empty(),
                relax && random.nextBoolean() ? Optional.of(new DefaultChange(Optional.empty())) : Optional.empty());
    }

    private Optional<Operation> addConstraint(Schema schema, Table table) {
        switch (random.nextInt(4)) {
            case 0 -> {
                return Optional.of(new AddConstraint(
                        table.name(), Samples.uniqueKey(fresh("uq").text(), someColumns(table))));
            }
            case 1 -> {
                // MariaDB has no checks on columns that it numbers.
                return table.columns().stream().anyMatch(Column::identity)
                        ? Optional.empty()
                        : Optional.of(new AddConstraint(
                                table.name(), Samples.check(fresh("ck").text(), "id > -" + number)));
            }
            case 2 -> {
                return table.primaryKey().isPresent()
                        ? Optional.empty()
                        : Optional.of(new AddConstraint(
                                table.name(), Samples.primaryKey(fresh("pk").text(), "id")));
            }
            default -> {
                Table target = pick(new ArrayList<>(schema.tables()));
                List<Column> references = table.columns().stream()
                        .filter(column -> column.name().key().startsWith("ref"))
                        .toList();
                return references.isEmpty() || target.primaryKey().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AddConstraint(
                                table.name(),
                                Samples.foreignKey(
                                        fresh("fk").text(),
                                        pick(references).name().text(),
                                        target.name().toString(),
                                        "id",
                                        pick(actions))));
            }
        }
    }

    private Optional<Operation> dropConstraint(Schema schema, Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof PrimaryKey)
                        || (!isReferenced(schema, table)
                                && table.columns().stream().noneMatch(Column::identity)
                                && table.foreignKeys().stream()
                                        .noneMatch(key -> key.table()
                                                .key()
                                                .equals(table.name().key()))))
                .toList();
        return constraints.isEmpty()
                ? Optional.empty()
                : Optional.of(new DropConstraint(
                        table.name(), pick(constraints).name().orElseThrow()));
    }

    private static boolean isReferenced(Schema schema, Table table) {
        return schema.tables().stream()
                .filter(other -> other != table)
                .anyMatch(other -> other.foreignKeys().stream()
                        .anyMatch(key -> key.table().key().equals(table.name().key())));
    }

    /** Neither {@code id} nor one for a foreign key. */
    private Optional<Column> pickColumn(Table table, boolean unused) {
        List<Column> columns = table.columns().stream()
                .filter(column -> !column.name().key().equals("id")
                        && !column.name().key().startsWith("ref"))
                .filter(column -> !unused
                        || (table.constraints().stream()
                                        .noneMatch(c ->
                                                !(c instanceof Check) && Names.contains(c.columns(), column.name()))
                                && table.indexes().stream().noneMatch(i -> Names.contains(i.columns(), column.name()))))
                .toList();
        return columns.isEmpty() ? Optional.empty() : Optional.of(pick(columns));
    }

    private String[] someColumns(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        java.util.Collections.shuffle(columns, random);
        return columns.stream()
                .limit(1 + random.nextInt(2))
                .map(column -> column.name().toString())
                .toArray(String[]::new);
    }

    private Optional<QualifiedName> freeTable(Schema schema) {
        QualifiedName name = QualifiedName.of(pick(TABLES));
        return schema.table(name).isPresent() ? Optional.empty() : Optional.of(name);
    }

    private Optional<Name> freeColumn(Table table) {
        Name name = Name.of(pick(COLUMNS));
        return table.column(name).isPresent() ? Optional.empty() : Optional.of(name);
    }

    private Name fresh(String prefix) {
        return Name.of(prefix + "_" + number++);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
