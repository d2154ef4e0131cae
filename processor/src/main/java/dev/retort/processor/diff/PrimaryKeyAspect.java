package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.ConstraintNames;
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
        for (TablePair table : comparison.tables()) {
            Optional<PrimaryKey> declared = table.head().primaryKey();
            Optional<PrimaryKey> modelled = table.model().primaryKey();
            boolean same = declared.isPresent() == modelled.isPresent()
                    && (declared.isEmpty()
                            || comparison.sameStored(
                                    declared.get().columns(), modelled.get().columns()));
            if (!same) {
                List<Operation> cure = new ArrayList<>();
                declared.flatMap(PrimaryKey::name)
                        .ifPresent(name -> cure.add(new Operation.DropConstraint(table.name(), name)));
                modelled.ifPresent(key -> cure.add(new Operation.AddConstraint(
                        table.name(),
                        new PrimaryKey(
                                Optional.of(
                                        ConstraintNames.primaryKey(table.name().name())),
                                key.columns()))));
                differences.add(Difference.drift(
                        FindingId.PrimaryKeyDrift,
                        "table " + table.name()
                                + declared.map(key -> " has primary key " + Names.list(key.columns()))
                                        .orElse(" has no primary key")
                                + ", but the model has "
                                + modelled.map(key -> Names.list(key.columns())).orElse("none"),
                        modelled.map(key -> comparison.at(table.model().name(), key))
                                .orElseGet(() -> comparison.atTable(table.model())),
                        cure));
            }
        }
        return differences;
    }
}
