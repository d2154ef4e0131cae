package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables that only one side has, or that are written so differently that the database sees two. */
final class TableAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        Map<String, List<Operation>> creations = creations(comparison);
        RenameCandidates renames = new RenameCandidates(comparison);
        for (Table modelled : inOrderOf(creations, comparison)) {
            Optional<Table> table = comparison.head().table(modelled.name());
            if (table.isEmpty()) {
                differences.add(renames.adviseNew(
                        Difference.drift(
                                        FindingId.TableDrift,
                                        "there is no table " + modelled.name()
                                                + comparison.mappedBy(comparison
                                                        .model()
                                                        .origins()
                                                        .table(modelled.name())),
                                        comparison.atTable(modelled),
                                        creations.getOrDefault(modelled.name().key(), List.of()))
                                .about(modelled.name()),
                        modelled));
            } else if (!comparison.isSameName(table.get().name(), modelled.name())) {
                differences.add(Difference.drift(
                                FindingId.TableDrift,
                                "table " + modelled.name()
                                        + comparison.mappedBy(
                                                comparison.model().origins().table(modelled.name()))
                                        + "," + Comparison.isWritten(table.get().name()),
                                comparison.atTable(modelled),
                                List.of(new Operation.RenameTable(
                                        table.get().name(), modelled.name().name())))
                        .about(modelled.name())
                        .declaredAt(comparison.provenance().table(table.get().name())));
            }
        }
        for (Table table : comparison.head().tables()) {
            if (isSurplus(comparison, table.name())) {
                Difference difference = Difference.drift(
                                FindingId.TableDrift,
                                "no entity maps table " + table.name(),
                                comparison.placeOf(table),
                                removal(comparison, table))
                        .about(table.name());
                differences.add(renames.adviseGone(difference, table)
                        .advise("or say that it is there on purpose: @MigrationEnvironment(unmapped = \"" + table.name()
                                + "\")"));
            }
        }
        return differences;
    }

    /** Whether a table is only in the migrations, and not on purpose. */
    static boolean isSurplus(Comparison comparison, QualifiedName table) {
        return comparison.head().table(table).isPresent()
                && comparison.model().schema().table(table).isEmpty()
                && !comparison.unmapped().names(table);
    }

    private static List<Operation> removal(Comparison comparison, Table table) {
        List<Operation> operations = new ArrayList<>(Dependents.viewsOn(comparison.head(), table));
        operations.addAll(removalOfReferences(comparison, table));
        operations.add(new Operation.DropTable(table.name()));
        return operations;
    }

    private static List<Operation> removalOfReferences(Comparison comparison, Table table) {
        List<Operation> operations = new ArrayList<>();
        for (Table other : comparison.head().tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().key().equals(table.name().key())
                        && !other.name().key().equals(table.name().key())) {
                    operations.add(new Operation.DropConstraint(
                            other.name(), key.name().orElseThrow()));
                }
            }
        }
        return operations;
    }

    /** Missing tables first, as they can be created one after the other. */
    private static List<Table> inOrderOf(Map<String, List<Operation>> creations, Comparison comparison) {
        List<String> order = List.copyOf(creations.keySet());
        return comparison.model().schema().tables().stream()
                .sorted(Comparator.comparing(table -> {
                    int index = order.indexOf(table.name().key());
                    return index < 0 ? Integer.MAX_VALUE : index;
                }))
                .toList();
    }

    /**
     * The operations that create the missing tables, so that they apply in this order: a table after those it refers to,
     * and where tables refer to each other, the key with the later of them.
     */
    private static Map<String, List<Operation>> creations(Comparison comparison) {
        Map<String, Table> missing = new LinkedHashMap<>();
        for (Table modelled : comparison.model().schema().tables()) {
            if (comparison.head().table(modelled.name()).isEmpty()) {
                missing.put(modelled.name().key(), modelled);
            }
        }
        MissingColumns columns = new MissingColumns(comparison);
        Map<String, List<Operation>> later = keysOfOtherTables(comparison, missing, columns);
        Map<String, List<Operation>> creations = new LinkedHashMap<>();
        while (!missing.isEmpty()) {
            Table next = missing.values().stream()
                    .filter(table -> waitingFor(table, missing).isEmpty())
                    .findFirst()
                    .orElseGet(() -> missing.values().iterator().next());
            List<ForeignKey> waiting = waitingFor(next, missing);
            waiting.stream()
                    .filter(key -> !columns.holdBack(next, key))
                    .forEach(key -> later.computeIfAbsent(key.table().key(), table -> new ArrayList<>())
                            .add(addition(comparison, next.name(), key)));
            List<Operation> operations = new ArrayList<>(creation(
                    comparison,
                    next.withForeignKeys(next.foreignKeys().stream()
                            .filter(key -> !waiting.contains(key) && !columns.holdBack(next, key))
                            .toList())));
            missing.remove(next.name().key());
            operations.addAll(later.getOrDefault(next.name().key(), List.of()));
            creations.put(next.name().key(), operations);
        }
        return creations;
    }

    /** What tables that are there want of those that are not, by the latter. */
    private static Map<String, List<Operation>> keysOfOtherTables(
            Comparison comparison, Map<String, Table> missing, MissingColumns columns) {
        Map<String, List<Operation>> keys = new LinkedHashMap<>();
        for (TablePair table : comparison.tables()) {
            for (Matching.Missing<ForeignKey> each :
                    ForeignKeyAspect.matching(comparison, table).missing()) {
                ForeignKey key = each.wanted();
                if (missing.containsKey(key.table().key()) && !columns.holdBack(table.model(), key)) {
                    keys.computeIfAbsent(key.table().key(), name -> new ArrayList<>())
                            .addAll(ForeignKeyAspect.cure(comparison, table, each));
                }
            }
        }
        return keys;
    }

    private static Operation addition(Comparison comparison, QualifiedName table, ForeignKey key) {
        return new Operation.AddConstraint(table, comparison.names().named(table, key));
    }

    private static List<ForeignKey> waitingFor(Table table, Map<String, Table> missing) {
        return table.foreignKeys().stream()
                .filter(key -> missing.containsKey(key.table().key())
                        && !key.table().key().equals(table.name().key()))
                .toList();
    }

    private static List<Operation> creation(Comparison comparison, Table modelled) {
        List<Name> key = modelled.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Column> columns = modelled.columns().stream()
                .map(column -> comparison.portable(modelled.name(), column))
                .sorted(Comparator.comparing(column -> !Names.contains(key, column.name())))
                .toList();
        List<Check> checks = modelled.checks().stream()
                .filter(check -> columns.stream()
                        .filter(column -> column.type().kind() == DataType.Kind.ENUMERATION)
                        .noneMatch(column -> comparison
                                .dialect()
                                .typeCondition(column.name(), column.type())
                                .filter(condition -> SqlText.same(condition, check.condition()))
                                .isPresent()))
                .toList();
        List<Operation> operations = new ArrayList<>(holdersOfNames(comparison, modelled));
        operations.add(new Operation.CreateTable(named(
                comparison, modelled.withColumns(columns).withChecks(checks).withIndexes(List.of()))));
        comparison
                .names()
                .named(modelled.name(), modelled.indexes())
                .forEach(index -> operations.add(new Operation.CreateIndex(modelled.name(), index)));
        return operations;
    }

    /** Tables that are to go may still hold the names that the model gives to constraints and indexes. */
    private static List<Operation> holdersOfNames(Comparison comparison, Table modelled) {
        List<Operation> drops = new ArrayList<>();
        for (Table table : comparison.head().tables()) {
            if (isSurplus(comparison, table.name())) {
                List<Constraint> holders = table.constraints().stream()
                        .filter(held -> modelled.constraints().stream()
                                .anyMatch(each -> each.name()
                                        .filter(name -> Constraint.hasName(held, name))
                                        .isPresent()))
                        .toList();
                if (holders.stream().anyMatch(held -> held instanceof UniqueKey || held instanceof PrimaryKey)) {
                    drops.addAll(removalOfReferences(comparison, table));
                }
                holders.forEach(held -> drops.add(
                        new Operation.DropConstraint(table.name(), held.name().orElseThrow())));
                table.indexes().stream()
                        .filter(held -> modelled.indexes().stream()
                                .anyMatch(each ->
                                        each.name().filter(held::hasName).isPresent()))
                        .forEach(held -> drops.add(new Operation.DropIndex(
                                table.name(), held.name().orElseThrow())));
            }
        }
        return drops;
    }

    private static Table named(Comparison comparison, Table modelled) {
        Table named = new Table(
                modelled.name(),
                modelled.columns(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                modelled.comment());
        for (Constraint constraint : modelled.constraints()) {
            named = named.with(comparison.names().named(modelled.name(), constraint));
        }
        return named;
    }
}
