package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Model;
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
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import dev.retort.processor.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Every single change to a model that equals the migrations. */
final class ModelMutants {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(tinyint|smallint|integer|int|bigint)\\b");

    private final DatabaseDialect dialect;
    private final Schema head;
    private final List<Operation> base;
    private final Model model;
    private final Location fallback;
    private final List<Mutant> mutants = new ArrayList<>();

    private ModelMutants(DatabaseDialect dialect, Schema head, List<Operation> base, Model model, Location fallback) {
        this.dialect = dialect;
        this.base = base;
        this.head = head;
        this.model = model;
        this.fallback = fallback;
    }

    static List<Mutant> of(DatabaseDialect dialect, Schema head, List<Operation> base, Model model, Location fallback) {
        ModelMutants all = new ModelMutants(dialect, head, base, model, fallback);
        model.schema().tables().forEach(table -> {
            all.table(table);
            table.columns().forEach(column -> all.column(table, column));
            table.foreignKeys().forEach(key -> all.foreignKey(table, key));
            all.additions(table);
        });
        all.schema();
        return all.mutants;
    }

    private void add(String kind, String subject, Schema changed, Location... places) {
        mutants.add(new Mutant(kind, subject, List.of(), changed, List.of(places)));
    }

    private void table(Table table) {
        Schema without = model.schema().without(table);
        for (Table other : List.copyOf(without.tables())) {
            without = without.with(other.withForeignKeys(other.foreignKeys().stream()
                    .filter(key -> !key.table().key().equals(table.name().key()))
                    .toList()));
        }
        if (!isReadBy(view -> view.reads(table.name()))) {
            add(
                    "model: remove a table",
                    table.name().toString(),
                    without,
                    new Migrations.Place("createTable(\"" + table.name() + "\")"));
        }
        if (table.comment().isEmpty()) {
            boolean counts = dialect.family().hasComments();
            add(
                    counts ? "model: comment on a table" : "model: comment where there are none",
                    table.name().toString(),
                    model.schema().with(table.withComment(Optional.of("what it's for"))),
                    counts ? new Location[] {ofTable(table)} : new Location[0]);
        }
    }

    /** A model whose own view reads what it no longer has is none: Hibernate could not create it. */
    private boolean isReadBy(Predicate<View> reads) {
        return head.extras().views().values().stream().anyMatch(reads);
    }

    private void column(Table table, Column column) {
        String subject = table.name() + "." + column.name();
        Location property = ofColumn(table, column.name());
        boolean isGeneratedFrom = table.columns().stream()
                .flatMap(other -> other.generatedAs().stream())
                .anyMatch(expression -> Names.mentions(expression, column.name()));
        boolean isInView = isReadBy(view -> view.reads(table.name(), column.name()));
        if (table.columns().size() > 1 && !isGeneratedFrom && !isInView && !isUsed(table, column.name())) {
            add(
                    "model: remove a column",
                    subject,
                    model.schema().with(table.without(column)),
                    new Migrations.Place(
                            table.name().key() + "." + column.name().key()));
        }
        boolean inKey = table.primaryKey()
                .filter(key -> Names.contains(key.columns(), column.name()))
                .isPresent();
        if (!inKey) {
            change("model: flip nullability", table, column, column.withNullable(!column.nullable()), property);
        }
        if (!column.identity() && column.generatedAs().isEmpty()) {
            change(
                    "model: set a default",
                    table,
                    column,
                    column.withDefault(Optional.of(new DefaultValue.Expression("77"))),
                    property);
        }
        boolean counts = dialect.family().hasComments();
        change(
                counts ? "model: comment on a column" : "model: comment where there are none",
                table,
                column,
                column.withComment(Optional.of("what it's for")),
                counts ? new Location[] {property} : new Location[0]);
        change("model: set a collation", table, column, column.withCollation(Optional.of("german")), property);
        if (!inKey
                && !isInView
                && !column.identity()
                && !isGeneratedFrom
                && column.defaultValue().isEmpty()
                && table.columns().size() > 1) {
            change("model: generate a column", table, column, column.withGeneratedAs(Optional.of("1 + 1")), property);
        }
        if (column.identity() || canBeNumbered(column)) {
            Column flipped = new Column(
                    column.name(), column.type(), column.nullable(), column.defaultValue(), !column.identity());
            change("model: flip identity", table, column, flipped, property);
        }
    }

    /** No model has another column numbered: Hibernate makes such a column not null, and its default would never be taken. */
    private static boolean canBeNumbered(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.generatedAs().isEmpty()
                && WHOLE_NUMBER.matcher(column.type().describe()).lookingAt();
    }

    private void change(String kind, Table table, Column column, Column changed, Location... places) {
        add(kind, table.name() + "." + column.name(), model.schema().with(table.replace(column, changed)), places);
    }

    private void foreignKey(Table table, ForeignKey key) {
        Location place = ofColumn(table, key.columns().get(0));
        ForeignKey other = new ForeignKey(
                key.name(),
                key.columns(),
                key.table(),
                key.referenced(),
                key.onDelete() == ForeignKey.Action.CASCADE ? ForeignKey.Action.SET_NULL : ForeignKey.Action.CASCADE,
                key.onUpdate(),
                false);
        String subject = table.name() + " " + key.describe();
        add("model: change an action", subject, model.schema().with(replace(table, key, other)), place);
        Table without = table.withForeignKeys(
                table.foreignKeys().stream().filter(each -> !each.equals(key)).toList());
        add("model: remove a foreign key", subject, model.schema().with(without), placeAtHead(table, key));
        ForeignKey named = new ForeignKey(
                Optional.of(new Name("fk_named_by_the_model", false)),
                key.columns(),
                key.table(),
                key.referenced(),
                key.onDelete(),
                key.onUpdate(),
                false);
        add("model: name a foreign key", subject, model.schema().with(replace(table, key, named)), place);
    }

    /** In a table's own operation, or where it was added for a table that came later. */
    private Location placeAtHead(Table table, ForeignKey key) {
        ForeignKey declared = head.table(table.name()).orElseThrow().foreignKeys().stream()
                .filter(each -> Names.sameKeys(each.columns(), key.columns())
                        && each.table().key().equals(key.table().key()))
                .findFirst()
                .orElseThrow();
        return base.stream()
                .filter(operation -> operation instanceof Operation.AddConstraint add
                        && Constraint.hasName(add.constraint(), declared.name().orElseThrow()))
                .findFirst()
                .map(MigrationMutants::made)
                .orElseGet(() -> new Migrations.Place("createTable(\"" + table.name() + "\")"));
    }

    private static Table replace(Table table, ForeignKey from, ForeignKey to) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .map(each -> each.equals(from) ? to : each)
                .toList());
    }

    private void additions(Table table) {
        String subject = table.name().toString();
        Column added = Column.of(new Name("added", false), DataType.nativeType("integer"), true);
        Table wider = table.with(added);
        add("model: add a column", subject, model.schema().with(wider), ofTable(table));
        add(
                "model: add a column with all that hangs on it",
                subject,
                model.schema()
                        .with(wider.with(new UniqueKey(Optional.empty(), List.of(added.name()), false))
                                .with(new Check(Optional.of(new Name("ck_added", false)), "added > 0", false))
                                .with(Index.on(
                                        Optional.of(new Name("ix_added", false)),
                                        List.of(
                                                added.name(),
                                                table.columns().get(0).name()),
                                        false,
                                        false))),
                ofTable(table));
        Name last = table.columns().get(table.columns().size() - 1).name();
        if (table.indexes().stream().noneMatch(index -> Names.sameKeys(index.columns(), List.of(last)))) {
            add(
                    "model: add an index",
                    subject,
                    model.schema().with(table.with(Index.on(Optional.empty(), List.of(last), false, false))),
                    ofColumn(table, last));
        }
        add(
                "model: add an index on an expression",
                subject,
                model.schema()
                        .with(table.with(new Index(
                                Optional.of(new Name("ix_added", false)),
                                List.of(IndexPart.of("lower(" + last.text() + ") desc")),
                                false,
                                false))),
                ofTable(table));
        if (table.uniqueKeys().stream().noneMatch(key -> Names.sameKeys(key.columns(), List.of(last)))) {
            add(
                    "model: add a unique key",
                    subject,
                    model.schema().with(table.with(new UniqueKey(Optional.empty(), List.of(last), false))),
                    ofColumn(table, last));
        }
        add(
                "model: add a check",
                subject,
                model.schema().with(table.with(new Check(Optional.empty(), "1 = 1", false))),
                ofTable(table));
    }

    private void schema() {
        for (Sequence sequence : model.schema().sequences()) {
            boolean counts = dialect.family().hasSequences();
            Location place = model.origins()
                    .sequence(sequence.name())
                    .map(MigrationMutants::at)
                    .orElse(fallback);
            add(
                    counts ? "model: change a sequence" : "model: change a sequence that is a table",
                    sequence.name().toString(),
                    model.schema().with(new Sequence(sequence.name(), sequence.start(), sequence.increment() + 5)),
                    counts ? new Location[] {place} : new Location[0]);
            add(
                    "model: remove a sequence",
                    sequence.name().toString(),
                    model.schema().without(sequence),
                    new Migrations.Place("createSequence(\"" + sequence.name() + "\")"));
        }
        add(
                "model: add a sequence",
                "added_seq",
                model.schema().with(new Sequence(QualifiedName.of("added_seq"), 1, 50)),
                fallback);
        add(
                "model: add an object",
                "mood",
                model.schema()
                        .with(new DatabaseObject(
                                QualifiedName.of("mood"),
                                List.of("create type mood as enum ('SAD','GLAD')"),
                                List.of("drop type mood"))),
                fallback);
        Table added = new Table(
                QualifiedName.of("added"),
                List.of(Column.of(new Name("id", false), DataType.nativeType("bigint"), false)),
                Optional.of(
                        new dev.retort.processor.schema.PrimaryKey(Optional.empty(), List.of(new Name("id", false)))),
                List.of(),
                List.of(),
                List.of(new Check(Optional.empty(), "id > 0", false)),
                List.of());
        add("model: add a table", "added", model.schema().with(added), fallback);
    }

    private boolean isUsed(Table table, Name column) {
        return table.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Check check
                                ? Names.mentions(check.condition(), column)
                                : Names.contains(constraint.columns(), column))
                || table.indexes().stream().anyMatch(index -> index.mentions(column))
                || model.schema().tables().stream()
                        .flatMap(other -> other.foreignKeys().stream())
                        .anyMatch(key -> key.table().key().equals(table.name().key())
                                && Names.contains(key.referenced(), column));
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
}
