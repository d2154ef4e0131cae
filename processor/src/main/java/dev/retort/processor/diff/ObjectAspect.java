package dev.retort.processor.diff;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Types and domains with names of their own, compared by the SQL that makes them. */
final class ObjectAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (DatabaseObject wanted : comparison.model().schema().objects()) {
            Optional<DatabaseObject> declared = comparison.head().object(wanted.name());
            boolean isOfOthers =
                    comparison.head().extras().enumType(wanted.name()).isPresent()
                            || ModelObjects.view(wanted).isPresent();
            if (declared.isEmpty() && isOfOthers) {
                continue;
            }
            if (declared.isEmpty()) {
                differences.add(missing(comparison, wanted));
            } else if (!same(declared.get().create(), wanted.create())) {
                differences.add(different(comparison, declared.get(), wanted));
            }
        }
        for (DatabaseObject declared : comparison.head().objects()) {
            if (comparison.model().schema().object(declared.name()).isEmpty()
                    && !comparison.unmapped().names(declared.name())) {
                differences.add(surplus(comparison, declared));
            }
        }
        return differences;
    }

    private static boolean same(List<String> some, List<String> others) {
        return some.stream()
                .map(SqlText::normalise)
                .toList()
                .equals(others.stream().map(SqlText::normalise).toList());
    }

    private static Difference missing(Comparison comparison, DatabaseObject wanted) {
        return Difference.drift(
                        FindingId.TypeDrift,
                        "there is no type " + wanted.name() + ", which the model needs",
                        place(comparison, wanted),
                        List.of(creation(comparison, wanted)))
                .about(wanted.name());
    }

    private static Difference different(Comparison comparison, DatabaseObject declared, DatabaseObject wanted) {
        return Difference.drift(
                        FindingId.TypeDrift,
                        "type " + wanted.name() + " is made by " + sql(declared) + ", but the model makes it by "
                                + sql(wanted),
                        place(comparison, wanted),
                        replacement(comparison, declared, wanted))
                .about(wanted.name())
                .declaredAt(comparison.provenance().object(wanted.name()));
    }

    /** With an operation that knows more of it than its SQL, where there is one. */
    private static Operation creation(Comparison comparison, DatabaseObject wanted) {
        return ModelObjects.enumType(wanted)
                .filter(type -> comparison.dialect().family() == Family.POSTGRESQL)
                .<Operation>map(EnumOperation.CreateEnum::new)
                .orElseGet(() -> new Operation.CreateObject(wanted));
    }

    /** The first property that needs it. */
    static Location place(Comparison comparison, DatabaseObject wanted) {
        for (Table table : comparison.model().schema().tables()) {
            for (Column column : table.columns()) {
                if (isOf(column.type(), wanted)) {
                    return comparison.atColumn(table.name(), column);
                }
            }
        }
        return comparison.fallback();
    }

    private static Difference surplus(Comparison comparison, DatabaseObject declared) {
        Difference difference = Difference.drift(
                        FindingId.TypeDrift,
                        "no column of the model needs type " + declared.name(),
                        comparison.provenance().object(declared.name()).orElse(comparison.fallback()),
                        // Nothing is known that would drop it otherwise.
                        declared.drop().isEmpty() ? List.of() : List.of(new Operation.DropObject(declared.name())))
                .about(declared.name());
        return difference.advise(
                "or say that it is there on purpose: @MigrationEnvironment(unmapped = \"" + declared.name() + "\")");
    }

    private static List<Operation> replacement(Comparison comparison, DatabaseObject declared, DatabaseObject wanted) {
        if (declared.drop().isEmpty()) {
            return List.of();
        }
        return EnumOperation.replacement(
                comparison.head(),
                declared.name(),
                new Operation.DropObject(declared.name()),
                creation(comparison, wanted));
    }

    private static boolean isOf(DataType type, DatabaseObject object) {
        return type.kind() == DataType.Kind.NATIVE
                && SqlText.normalise(type.texts().get(0))
                        .equals(object.name().name().text().toLowerCase(Locale.ROOT));
    }

    private static String sql(DatabaseObject object) {
        return "\"" + String.join("; ", object.create()).replaceAll("\\s+", " ") + "\"";
    }
}
