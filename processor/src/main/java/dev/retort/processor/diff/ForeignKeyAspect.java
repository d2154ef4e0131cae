package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Foreign keys. What happens on update is the migrations' own: a mapping cannot say it. */
final class ForeignKeyAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (TablePair table : comparison.tables()) {
            List<ForeignKey> unmatched = new ArrayList<>(table.head().foreignKeys());
            List<ForeignKey> wantedKeys = table.model().foreignKeys().stream()
                    // A table that is missing is said once.
                    .filter(key -> comparison.head().table(key.table()).isPresent())
                    .toList();
            for (ForeignKey wanted : wantedKeys) {
                Optional<ForeignKey> match = unmatched.stream()
                        .filter(key -> same(comparison, key, wanted))
                        .findFirst();
                Optional<ForeignKey> other = match.or(() -> unmatched.stream()
                        .filter(key -> comparison.sameStored(key.columns(), wanted.columns()))
                        .findFirst());
                other.ifPresent(unmatched::remove);
                if (match.isEmpty()) {
                    differences.add(missing(comparison, table, wanted, other));
                }
            }
            for (ForeignKey key : unmatched) {
                if (!key.databaseOnly() && !table.hasSurplus(key.columns())) {
                    differences.add(Difference.surplus(
                            FindingId.ForeignKeyDrift,
                            "the model does not declare " + key.describe() + " of table " + table.name(),
                            comparison
                                    .provenance()
                                    .part(table.name(), key.name())
                                    .orElse(comparison.fallback()),
                            List.of(new Operation.DropConstraint(
                                    table.name(), key.name().orElseThrow()))));
                }
            }
        }
        return differences;
    }

    private static boolean same(Comparison comparison, ForeignKey key, ForeignKey wanted) {
        return comparison.sameStored(key.columns(), wanted.columns())
                && comparison
                        .dialect()
                        .stored(key.table())
                        .equals(comparison.dialect().stored(wanted.table()))
                && comparison.sameStored(key.referenced(), wanted.referenced())
                && key.onDelete() == wanted.onDelete()
                && (wanted.name().isEmpty()
                        || comparison.sameStored(
                                key.name().orElseThrow(), wanted.name().get()));
    }

    private static Difference missing(
            Comparison comparison, TablePair table, ForeignKey wanted, Optional<ForeignKey> other) {
        List<Operation> cure = new ArrayList<>();
        other.flatMap(ForeignKey::name).ifPresent(name -> cure.add(new Operation.DropConstraint(table.name(), name)));
        cure.add(new Operation.AddConstraint(table.name(), wanted));
        return Difference.drift(
                FindingId.ForeignKeyDrift,
                other.map(key -> key.describe() + named(key, wanted) + " of table " + table.name() + " is "
                                + wanted.describe() + named(wanted, wanted) + " in the model")
                        .orElseGet(() -> "table " + table.name() + " has no " + wanted.describe()
                                + comparison.mappedBy(comparison
                                        .model()
                                        .origins()
                                        .constraint(table.model().name(), wanted))),
                comparison.at(table.model().name(), wanted),
                cure);
    }

    /** A name is only worth mentioning where the model asks for one. */
    private static String named(ForeignKey key, ForeignKey wanted) {
        return wanted.name().isPresent()
                ? key.name().map(name -> " named " + name).orElse("")
                : "";
    }
}
