package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Foreign keys. What happens on update is the migrations' own where the mapping does not say it. */
final class ForeignKeyAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        MissingColumns missing = new MissingColumns(comparison);
        for (TablePair table : comparison.tables()) {
            Matching<ForeignKey> matching = matching(comparison, table);
            matching.missing().stream()
                    .filter(each -> isOwnFinding(comparison, missing, table, each))
                    .forEach(each -> differences.add(missing(comparison, table, each)));
            matching.surplus().stream()
                    .filter(key -> !key.databaseOnly()
                            && !table.hasSurplus(key.columns())
                            && !TableAspect.isSurplus(comparison, key.table())
                            && !refersToSurplus(comparison, key))
                    .forEach(key -> differences.add(Surplus.of(comparison, table, FindingId.ForeignKeyDrift, key)));
        }
        return differences;
    }

    static Matching<ForeignKey> matching(Comparison comparison, TablePair table) {
        return Matching.of(
                table.head().foreignKeys(),
                table.model().foreignKeys(),
                (declared, wanted) -> same(comparison, declared, wanted),
                (declared, wanted) ->
                        isOnSameColumns(declared, wanted) || comparison.sameName(declared.name(), wanted.name()));
    }

    /** In whatever order. */
    private static boolean isOnSameColumns(ForeignKey declared, ForeignKey wanted) {
        return sorted(declared).equals(sorted(wanted));
    }

    private static List<String> sorted(ForeignKey key) {
        return key.columns().stream().map(Name::key).sorted().toList();
    }

    /** A table that is missing brings the keys that refer to it. */
    private static boolean isOwnFinding(
            Comparison comparison, MissingColumns missing, TablePair table, Matching.Missing<ForeignKey> each) {
        return !missing.holdBack(table.model(), each.wanted())
                && comparison.head().table(each.wanted().table()).isPresent();
    }

    private static boolean refersToSurplus(Comparison comparison, ForeignKey key) {
        return comparison.tables().stream()
                .filter(pair -> pair.name().key().equals(key.table().key()))
                .anyMatch(pair -> pair.hasSurplus(key.referenced()));
    }

    private static boolean same(Comparison comparison, ForeignKey key, ForeignKey wanted) {
        return pairsTheSame(key, wanted)
                && key.onDelete() == wanted.onDelete()
                && (wanted.onUpdate() == ForeignKey.Action.NO_ACTION || key.onUpdate() == wanted.onUpdate())
                && (wanted.name().isEmpty()
                        || comparison.sameStored(
                                key.name().orElseThrow(), wanted.name().get()));
    }

    /** In whichever letter case: that a table or column is written otherwise is said of that alone. */
    private static boolean pairsTheSame(ForeignKey key, ForeignKey wanted) {
        return Names.sameKeys(key.columns(), wanted.columns())
                && key.table().key().equals(wanted.table().key())
                && Names.sameKeys(key.referenced(), wanted.referenced());
    }

    private static Difference missing(Comparison comparison, TablePair table, Matching.Missing<ForeignKey> missing) {
        ForeignKey wanted = missing.wanted();
        return Difference.drift(
                        FindingId.ForeignKeyDrift,
                        missing.near()
                                .map(key -> differently(table, key, wanted))
                                .orElseGet(() -> "table " + table.name() + " has no " + wanted.describe()
                                        + comparison.mappedBy(comparison
                                                .model()
                                                .origins()
                                                .constraint(table.model().name(), wanted))),
                        comparison.at(table.model().name(), wanted),
                        cure(comparison, table, missing))
                .about(table.name())
                .declaredAt(
                        missing.near().flatMap(key -> comparison.provenance().part(table.name(), key.name())));
    }

    static List<Operation> cure(Comparison comparison, TablePair table, Matching.Missing<ForeignKey> missing) {
        Optional<Name> dropped = missing.near().flatMap(ForeignKey::name);
        List<Operation> cure = new ArrayList<>();
        dropped.ifPresent(name -> cure.add(new Operation.DropConstraint(table.name(), name)));
        cure.add(new Operation.AddConstraint(
                table.name(), comparison.names().named(table.name(), missing.wanted(), dropped)));
        return cure;
    }

    /** What both have in common is said once. */
    private static String differently(TablePair table, ForeignKey key, ForeignKey wanted) {
        String both = key.describeColumns() + " of table " + table.name();
        if (!pairsTheSame(key, wanted)) {
            return "table " + table.name() + " has " + key.describe() + ", but " + wanted.describe() + " in the model";
        } else if (key.describeActions().equals(wanted.describeActions())) {
            return both + " is named " + named(key) + ", but " + named(wanted) + " in the model";
        }
        return both + " has " + actions(key) + ", but " + actions(wanted) + " in the model";
    }

    private static String named(ForeignKey key) {
        return key.name().map(Name::toString).orElse("by the database");
    }

    private static String actions(ForeignKey key) {
        return key.describeActions().isEmpty()
                ? "no action"
                : key.describeActions().strip();
    }
}
