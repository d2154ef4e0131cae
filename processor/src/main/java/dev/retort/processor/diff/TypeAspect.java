package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types in the words of the dialect, the words of an enumeration, collations, and who numbers the rows. */
final class TypeAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (ColumnPair column : comparison.columns()) {
            if (GenerationAspect.isMadeAnew(comparison, column)) {
                continue;
            }
            if (!sameType(comparison, column)) {
                differences.add(type(comparison, column));
            }
            if (column.head().identity() != column.model().identity()) {
                differences.add(identity(comparison, column));
            }
            if (!sameCollation(column)) {
                differences.add(collation(comparison, column));
            }
        }
        return differences;
    }

    static boolean sameType(Comparison comparison, ColumnPair column) {
        DataType modelled =
                comparison.model().portableType(column.table().model().name(), column.model());
        DataType declared = column.head().type();
        if (isEnumeration(declared) && isEnumeration(modelled)) {
            return declared.texts().stream()
                    .sorted()
                    .toList()
                    .equals(modelled.texts().stream().sorted().toList());
        }
        boolean isSameText = SqlText.same(
                nativeText(column.physical().type()), nativeText(column.model().type()));
        Optional<String> condition =
                comparison.dialect().typeCondition(column.head().name(), declared);
        if (condition.isEmpty()) {
            return isSameText && isWrittenOut(comparison, column, modelled);
        }
        return isChecked(column.table().model(), condition.get())
                // The check says which words there are: a length that holds them all says nothing more.
                ? isSameText || holds(modelled, declared.texts())
                : isSameText && isCheckedWhereReferred(comparison, column);
    }

    /** Where an enumeration is a check, the model must have the same check, whatever it makes it from. */
    private static boolean isChecked(Table modelled, String condition) {
        return modelled.checks().stream().anyMatch(check -> SqlText.same(check.condition(), condition));
    }

    /** Where the model has an enumeration and the migrations another type, that needs the check of its words. */
    private static boolean isWrittenOut(Comparison comparison, ColumnPair column, DataType modelled) {
        Optional<String> condition =
                comparison.dialect().typeCondition(column.model().name(), modelled);
        return condition.isEmpty() || isChecked(column.table().head(), condition.get());
    }

    private static boolean holds(DataType modelled, List<String> words) {
        return modelled.kind() == DataType.Kind.VARCHAR
                && words.stream()
                        .allMatch(word -> word.length() <= modelled.parameters().get(0));
    }

    /** Hibernate repeats the check of an enumeration in no column that refers to it; the key has the same effect. */
    private static boolean isCheckedWhereReferred(Comparison comparison, ColumnPair column) {
        for (ForeignKey key : column.table().model().foreignKeys()) {
            int index = key.columns().indexOf(column.model().name());
            Optional<Table> referred = comparison.model().schema().table(key.table());
            if (index >= 0 && referred.isPresent()) {
                Optional<String> condition = comparison
                        .dialect()
                        .typeCondition(
                                key.referenced().get(index), column.head().type());
                if (isChecked(referred.get(), condition.orElseThrow())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One that only the migrations have harms nobody, as a default. */
    private static boolean sameCollation(ColumnPair column) {
        Optional<String> wanted = column.model().collation();
        return wanted.isEmpty()
                || column.head()
                        .collation()
                        .filter(declared -> SqlText.same(declared, wanted.get()))
                        .isPresent();
    }

    private static Difference collation(Comparison comparison, ColumnPair column) {
        String wanted = column.model().collation().orElseThrow();
        return Difference.drift(
                        FindingId.TypeDrift,
                        column.describe()
                                + column.head()
                                        .collation()
                                        .map(declared -> " has collation " + declared)
                                        .orElse(" has no collation")
                                + ", but " + origin(comparison, column) + " has collation " + wanted,
                        comparison.atColumn(column.table().model().name(), column.model()),
                        List.of(Operation.AlterColumn.collation(
                                column.table().name(), column.head().name(), Optional.of(wanted))))
                .about(column.table().name())
                .declaredAt(comparison.declaredAt(column));
    }

    private static Difference type(Comparison comparison, ColumnPair column) {
        DataType wanted = comparison.model().portableType(column.table().model().name(), column.model());
        return Difference.drift(
                        FindingId.TypeDrift,
                        column.describe() + " is " + column.head().type().describe() + ", but "
                                + origin(comparison, column) + " is " + wanted.describe(),
                        comparison.atColumn(column.table().model().name(), column.model()),
                        LinkedColumns.typeChange(comparison, column))
                .about(column.table().name())
                .declaredAt(comparison.declaredAt(column));
    }

    private static Difference identity(Comparison comparison, ColumnPair column) {
        String rows = column.model().identity()
                ? " is not numbered by the database, but " + origin(comparison, column) + " has an identity"
                : " is numbered by the database, but " + origin(comparison, column) + " has no identity";
        return Difference.drift(
                        FindingId.TypeDrift,
                        column.describe() + rows,
                        comparison.atColumn(column.table().model().name(), column.model()),
                        List.of(Operation.AlterColumn.identity(
                                column.table().name(),
                                column.head(),
                                column.model().identity())))
                .about(column.table().name())
                .declaredAt(comparison.declaredAt(column))
                .advise("or let the model number it otherwise: @GeneratedValue of " + origin(comparison, column));
    }

    static String origin(Comparison comparison, ColumnPair column) {
        return comparison
                .model()
                .origins()
                .column(column.table().model().name(), column.model().name())
                .map(from -> from.path())
                .orElse("the model");
    }

    private static boolean isEnumeration(DataType type) {
        return type.kind() == DataType.Kind.ENUMERATION;
    }

    private static String nativeText(DataType type) {
        return type.texts().get(0);
    }
}
