package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Primary keys, either way round. */
final class PrimaryKeyAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        MissingColumns missing = new MissingColumns(comparison);
        for (TablePair table : comparison.tables()) {
            Optional<PrimaryKey> declared = table.head().primaryKey();
            Optional<PrimaryKey> modelled = table.model().primaryKey();
            boolean saidOfColumns =
                    modelled.filter(key -> missing.holdBack(table.model(), key)).isPresent()
                            || declared.filter(key -> key.columns().stream()
                                            .anyMatch(name -> isToBeDropped(comparison, table, name)))
                                    .isPresent();
            if (!saidOfColumns && !same(declared, modelled)) {
                differences.add(difference(comparison, table, declared, modelled));
            }
        }
        return differences;
    }

    /** The one place that says whether the order of a key's columns counts: it does, as it is the order of its index. */
    private static boolean same(Optional<PrimaryKey> declared, Optional<PrimaryKey> modelled) {
        return declared.isPresent() == modelled.isPresent()
                && (declared.isEmpty()
                        || Names.sameKeys(
                                declared.get().columns(), modelled.get().columns()));
    }

    private static boolean isToBeDropped(Comparison comparison, TablePair table, Name column) {
        return table.head()
                .column(column)
                .filter(each -> ColumnAspect.isSurplus(comparison, table, each))
                .isPresent();
    }

    private static Difference difference(
            Comparison comparison, TablePair table, Optional<PrimaryKey> declared, Optional<PrimaryKey> modelled) {
        List<Operation> change = new ArrayList<>();
        Optional<Name> dropped = declared.flatMap(PrimaryKey::name);
        dropped.ifPresent(name -> change.add(new Operation.DropConstraint(table.name(), name)));
        modelled.ifPresent(key -> change.add(
                new Operation.AddConstraint(table.name(), comparison.names().named(table.name(), key, dropped))));
        List<Operation> cure = dropped.map(name -> Dependents.around(
                        Dependents.ofKey(
                                comparison.head(),
                                table.head(),
                                name,
                                declared.get().columns(),
                                modelled.map(PrimaryKey::columns)),
                        change))
                .orElse(change);
        return Difference.drift(
                        FindingId.PrimaryKeyDrift,
                        "table " + table.name()
                                + declared.map(key -> " has primary key " + Names.list(key.columns()))
                                        .orElse(" has no primary key")
                                + ", but the model has "
                                + modelled.map(key -> Names.list(key.columns())).orElse("none"),
                        modelled.map(key -> comparison.at(table.model().name(), key))
                                .orElseGet(() -> comparison.atTable(table.model())),
                        cure)
                .about(table.name())
                .declaredAt(comparison.provenance().part(table.name(), dropped));
    }
}
