package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.entity.Model;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cures of one dialect, each with its place, and what has to go or come with them. */
final class Segment {
    private static final Pattern VIEW =
            Pattern.compile("\\s*create\\s+(or\\s+replace\\s+)?(materialized\\s+)?view\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTITION =
            Pattern.compile("\\s*create\\s+table\\s+\\S+\\s+partition\\s+of\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEMA_OF_INSERT =
            Pattern.compile("^(\\s*insert\\s+into\\s+)(?:(?:\"[^\"]+\"|[^\\s\".(]+)\\.)+", Pattern.CASE_INSENSITIVE);

    private final DatabaseDialect dialect;
    private final Schema schema;
    private final TableOrder created;
    private final TableOrder dropped;
    private final RowsSurvive rows;
    private final Model model;
    private final Set<Placed> steps = new LinkedHashSet<>();
    /** What is done to views, once each: several changes may need it. */
    private final Set<Operation> views = new LinkedHashSet<>();

    private final Set<String> goneTables = new LinkedHashSet<>();
    private final Set<String> goneParts = new LinkedHashSet<>();
    private final Set<String> changedTypes = new LinkedHashSet<>();

    private Segment(
            DatabaseDialect dialect,
            Schema schema,
            Schema withRows,
            Model model,
            TableOrder created,
            TableOrder dropped) {
        this.dialect = dialect;
        this.schema = schema;
        this.created = created;
        this.dropped = dropped;
        this.rows = new RowsSurvive(dialect, schema, withRows, model.schema());
        this.model = model;
    }

    /**
     * Places the cures of one dialect.
     *
     * @param withRows what a database had before the revision
     * @param created the tables that are created, in any dialect
     * @param dropped the tables that are dropped, in any dialect
     */
    static Set<Placed> of(
            DatabaseDialect dialect,
            Schema schema,
            Schema withRows,
            Model model,
            List<Operation> cures,
            TableOrder created,
            TableOrder dropped) {
        Segment segment = new Segment(dialect, schema, withRows, model, created, dropped);
        segment.place(cures);
        return segment.steps;
    }

    private void place(List<Operation> cures) {
        for (Operation cure : cures) {
            if (cure instanceof DropTable drop) {
                goneTables.add(drop.table().key());
            } else if (cure instanceof DropConstraint drop) {
                goneParts.add(part(drop.table(), drop.constraint()));
            } else if (cure instanceof Operation.DropIndex drop) {
                goneParts.add(part(drop.table(), drop.index()));
            } else if (cure instanceof AlterColumn alter && alter.type().isPresent()) {
                changedTypes.add(part(alter.table(), alter.column()));
            }
        }
        List<Operation> rest = TypeReplacements.takeOut(dialect, schema, cures, steps);
        List<Operation> named = new ReferredEnumerations(schema, rest).adapt(merged(rest));
        EarlyDrops early = EarlyDrops.of(schema, named);
        for (Operation operation : withKeysInTables(named)) {
            place(operation, early);
        }
    }

    private void place(Operation operation, EarlyDrops early) {
        if (operation instanceof CreateTable create) {
            createTable(create.table());
        } else if (operation instanceof DropTable drop) {
            dropTable(drop, early);
        } else if (operation instanceof AlterColumn alter && alter.identity().isPresent()) {
            steps.add(Placed.at(alter.identity().get() ? Phase.ADD_IDENTITY : Phase.DROP_IDENTITY, alter));
        } else if (operation instanceof AlterColumn alter) {
            aroundForeignKeys(alter);
            steps.addAll(rows.alter(alter));
        } else if (operation instanceof Operation.AddColumn add) {
            steps.addAll(rows.add(add));
        } else if (operation instanceof DropConstraint drop) {
            dropConstraint(drop);
        } else if (operation instanceof AddConstraint add) {
            if (!isOfGoneTable(add)) {
                steps.addAll(rows.add(add));
            }
        } else if (operation instanceof Operation.CreateIndex create) {
            steps.addAll(rows.create(create));
        } else if (operation instanceof Operation.DropIndex drop) {
            if (!goneTables.contains(drop.table().key())) {
                steps.add(Placed.at(Phase.DROP_INDEX, drop));
            }
        } else if (operation instanceof Operation.DropColumn drop) {
            boolean isGenerated = schema.table(drop.table())
                    .flatMap(table -> table.column(drop.column()))
                    .flatMap(column -> column.generatedAs())
                    .isPresent();
            steps.add(Placed.at(Phase.DROP_COLUMN, isGenerated ? 0 : 1, drop));
        } else if (operation instanceof Operation.DropObject drop) {
            steps.add(Placed.at(phase(operation, early), lastCreatedFirst(drop), operation));
        } else if (!(operation instanceof ViewOperation) || views.add(operation)) {
            steps.add(Placed.at(phase(operation, early), operation));
        }
    }

    /** A key that a change of type takes away and brings back, while another cure drops a table of it. */
    private boolean isOfGoneTable(AddConstraint add) {
        return goneTables.contains(add.table().key())
                || (add.constraint() instanceof ForeignKey key
                        && goneTables.contains(key.table().key()));
    }

    /** A type may be made of those created before it. Behind all tables, which may have columns of it. */
    private int lastCreatedFirst(Operation.DropObject drop) {
        List<String> created =
                schema.objects().stream().map(object -> object.name().key()).toList();
        return Integer.MAX_VALUE - 1 - created.indexOf(drop.object().key());
    }

    private Phase phase(Operation operation, EarlyDrops early) {
        if (operation instanceof Operation.RenameTable || operation instanceof Operation.RenameColumn) {
            return Phase.RENAME;
        } else if (operation instanceof Operation.CreateObject create) {
            return usesTables(create.object()) ? Phase.CREATE_VIEW : Phase.CREATE_OBJECT;
        } else if (operation instanceof Operation.CreateSequence) {
            return Phase.CREATE_SEQUENCE;
        } else if (operation instanceof Operation.CommentOnTable) {
            return Phase.COMMENT;
        } else if (operation instanceof Operation.DropSequence drop) {
            return early.contains(drop.sequence()) ? Phase.DROP_EARLY : Phase.DROP_SEQUENCE;
        } else if (operation instanceof Operation.DropObject drop) {
            if (schema.object(drop.object()).filter(Segment::usesTables).isPresent()) {
                return Phase.DROP_VIEW;
            }
            return early.contains(drop.object()) ? Phase.DROP_EARLY : Phase.DROP_OBJECT;
        } else if (operation instanceof SchemaOperation.CreateSchema
                || operation instanceof EnumOperation.CreateEnum
                || operation instanceof EnumOperation.AddEnumValue
                || operation instanceof EnumOperation.RenameEnumValue) {
            return Phase.CREATE_OBJECT;
        } else if (operation instanceof EnumOperation.DropEnum) {
            return Phase.DROP_OBJECT;
        } else if (operation instanceof ViewOperation.DropView) {
            return Phase.DROP_VIEW;
        } else if (operation instanceof ViewOperation) {
            return Phase.CREATE_VIEW;
        }
        return Phase.FILL;
    }

    /** A view, or a part of a table that is divided. */
    private static boolean usesTables(DatabaseObject object) {
        return object.create().stream()
                .anyMatch(sql ->
                        VIEW.matcher(sql).lookingAt() || PARTITION.matcher(sql).lookingAt());
    }

    /** Those whose target is not there yet, as in a cycle, follow when all tables are. */
    private void createTable(Table table) {
        List<ForeignKey> within = table.foreignKeys().stream()
                .filter(key -> isReferable(table, key))
                .toList();
        steps.add(Placed.at(
                Phase.CREATE_TABLE, created.rank(table.name()), new CreateTable(table.withForeignKeys(within))));
        model.initialRows()
                .getOrDefault(table.name().key(), List.of())
                .forEach(insert -> steps.add(Placed.at(Phase.FILL, 2, new Operation.Execute(withoutSchema(insert)))));
        table.foreignKeys().stream()
                .filter(key -> !within.contains(key))
                .forEach(key -> steps.add(Placed.at(Phase.ADD_FOREIGN_KEY, new AddConstraint(table.name(), key))));
    }

    /** SQLite has none; before it is connected Hibernate does not know. */
    private String withoutSchema(String insert) {
        return dialect.family() == Family.SQLITE
                ? SCHEMA_OF_INSERT.matcher(insert).replaceFirst("$1")
                : insert;
    }

    private final Map<String, Table> newTables = new LinkedHashMap<>();

    private boolean isReferable(Table table, ForeignKey key) {
        if (key.table().key().equals(table.name().key())) {
            return Keys.areKey(table, key.referenced());
        }
        if (created.contains(key.table())) {
            return created.rank(key.table()) < created.rank(table.name())
                    && Optional.ofNullable(newTables.get(key.table().key()))
                            .filter(target -> Keys.areKey(target.withIndexes(List.of()), key.referenced()))
                            .isPresent();
        }
        boolean changesType =
                key.referenced().stream().anyMatch(column -> changedTypes.contains(part(key.table(), column)));
        return !changesType
                && schema.table(key.table())
                        .filter(target -> Keys.areKey(withoutGoneParts(target), key.referenced()))
                        .isPresent();
    }

    private Table withoutGoneParts(Table table) {
        Table left = table;
        for (var constraint : table.constraints()) {
            if (constraint
                    .name()
                    .filter(name -> goneParts.contains(part(table.name(), name)))
                    .isPresent()) {
                left = left.without(constraint);
            }
        }
        for (var index : table.indexes()) {
            if (index.name()
                    .filter(name -> goneParts.contains(part(table.name(), name)))
                    .isPresent()) {
                left = left.without(index);
            }
        }
        return left;
    }

    /** No key may refer to it by then: those of tables that stay, and of tables that go later. */
    private void dropTable(DropTable drop, EarlyDrops early) {
        for (Table other : schema.tables()) {
            boolean goesBefore = goneTables.contains(other.name().key())
                    && dropped.reverseRank(other.name()) < dropped.reverseRank(drop.table());
            if (!other.name().key().equals(drop.table().key()) && !goesBefore) {
                other.foreignKeys().stream()
                        .filter(key -> key.table().key().equals(drop.table().key()))
                        .forEach(key -> dropForeignKey(other, key));
            }
        }
        steps.add(Placed.at(
                early.contains(drop.table()) ? Phase.DROP_EARLY : Phase.DROP_TABLE,
                dropped.reverseRank(drop.table()),
                drop));
    }

    private void dropForeignKey(Table table, ForeignKey key) {
        steps.add(Placed.at(
                Phase.DROP_FOREIGN_KEY,
                new DropConstraint(table.name(), key.name().orElseThrow())));
    }

    /** Databases do not change the type of a column while a foreign key pairs it with another. */
    private void aroundForeignKeys(AlterColumn alter) {
        if (alter.type().isEmpty()) {
            return;
        }
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean refers =
                        table.name().key().equals(alter.table().key()) && Names.contains(key.columns(), alter.column());
                boolean isReferred = key.table().key().equals(alter.table().key())
                        && Names.contains(key.referenced(), alter.column());
                if (refers || isReferred) {
                    dropForeignKey(table, key);
                    boolean stays = !goneTables.contains(table.name().key())
                            && !goneParts.contains(part(table.name(), key.name().orElseThrow()));
                    if (stays) {
                        steps.add(Placed.at(Phase.ADD_FOREIGN_KEY, new AddConstraint(table.name(), key)));
                    }
                }
            }
        }
    }

    private void dropConstraint(DropConstraint drop) {
        if (goneTables.contains(drop.table().key())) {
            return;
        }
        Optional<Table> table = schema.table(drop.table());
        var constraint = table.flatMap(owner -> owner.constraint(drop.constraint()));
        if (constraint.filter(part -> part instanceof ForeignKey).isPresent()) {
            steps.add(Placed.at(Phase.DROP_FOREIGN_KEY, drop));
            return;
        }
        constraint.ifPresent(part -> {
            Table without = withoutGoneParts(table.orElseThrow());
            for (Table other : schema.tables()) {
                for (ForeignKey key : other.foreignKeys()) {
                    if (key.table().key().equals(drop.table().key()) && !Keys.areKey(without, key.referenced())) {
                        dropForeignKey(other, key);
                    }
                }
            }
        });
        steps.add(Placed.at(Phase.DROP_CONSTRAINT, drop));
    }

    /** Changes of one column as one change. */
    private static List<Operation> merged(List<Operation> operations) {
        Map<String, AlterColumn> byColumn = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof AlterColumn alter && alter.identity().isEmpty()) {
                byColumn.merge(part(alter.table(), alter.column()), alter, Segment::merge);
            }
        }
        Set<Operation> merged = new LinkedHashSet<>();
        for (Operation operation : operations) {
            merged.add(
                    operation instanceof AlterColumn alter && alter.identity().isEmpty()
                            ? byColumn.getOrDefault(part(alter.table(), alter.column()), alter)
                            : operation);
        }
        return List.copyOf(merged);
    }

    private static AlterColumn merge(AlterColumn first, AlterColumn second) {
        return new AlterColumn(
                first.table(),
                first.column(),
                second.type().or(first::type),
                second.nullable().or(first::nullable),
                second.defaultValue().or(first::defaultValue),
                second.collation().or(first::collation),
                second.comment().or(first::comment));
    }

    /** A key that comes apart from its new table goes back to it, to be placed anew. */
    private List<Operation> withKeysInTables(List<Operation> operations) {
        List<Operation> others = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                newTables.put(create.table().name().key(), create.table());
            }
        }
        for (Operation operation : operations) {
            if (operation instanceof AddConstraint add
                    && add.constraint() instanceof ForeignKey
                    && newTables.containsKey(add.table().key())) {
                newTables.computeIfPresent(add.table().key(), (key, table) -> table.with(add.constraint()));
            } else if (!(operation instanceof CreateTable)) {
                others.add(operation);
            }
        }
        List<Operation> all = new ArrayList<>();
        newTables.values().forEach(table -> all.add(new CreateTable(table)));
        all.addAll(others);
        return all;
    }

    private static String part(QualifiedName table, Name name) {
        return table.key() + "\n" + name.key();
    }
}
