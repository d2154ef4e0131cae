package dev.retort.processor.diff;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.EnumOperation.AddEnumValue;
import dev.retort.processor.operation.EnumOperation.CreateEnum;
import dev.retort.processor.operation.EnumOperation.DropEnum;
import dev.retort.processor.operation.EnumOperation.Neighbour;
import dev.retort.processor.operation.EnumOperation.RenameEnumValue;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.suggest.OperationSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Named enumeration types, value by value. In which order the values stand is no drift: Hibernate sorts them by name, and
 * no database moves one.
 */
final class NamedEnumAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (DatabaseObject object : comparison.model().schema().objects()) {
            Optional<EnumType> wanted = ModelObjects.enumType(object);
            Optional<EnumType> declared = comparison.head().extras().enumType(object.name());
            if (wanted.isPresent() && declared.isPresent()) {
                differences.addAll(compare(comparison, object, declared.get(), wanted.get()));
            }
        }
        for (EnumType declared : comparison.head().extras().enumTypes().values()) {
            if (comparison.model().schema().object(declared.name()).isEmpty()
                    && !comparison.unmapped().names(declared.name())) {
                differences.add(surplus(comparison, declared));
            }
        }
        return differences;
    }

    private static List<Difference> compare(
            Comparison comparison, DatabaseObject object, EnumType declared, EnumType wanted) {
        List<String> missing = wanted.labels().stream()
                .filter(label -> !declared.labels().contains(label))
                .toList();
        List<String> surplus = declared.labels().stream()
                .filter(label -> !wanted.labels().contains(label))
                .toList();
        if (!surplus.isEmpty()) {
            return List.of(replaced(comparison, object, declared, wanted, missing, surplus));
        }
        List<Difference> differences = new ArrayList<>();
        Set<String> there = new LinkedHashSet<>(declared.labels());
        for (String label : missing) {
            differences.add(Difference.drift(
                            FindingId.TypeDrift,
                            "type " + declared.name() + " has no value '" + label + "', which the model needs",
                            ObjectAspect.place(comparison, object),
                            List.of(new AddEnumValue(declared.name(), label, neighbour(label, wanted.labels(), there))))
                    .about(declared.name())
                    .declaredAt(comparison.provenance().object(declared.name())));
            there.add(label);
        }
        return differences;
    }

    /** In front of the next value of the model that is there; at the end where there is none. */
    private static Optional<Neighbour> neighbour(String label, List<String> order, Set<String> there) {
        return order.subList(order.indexOf(label) + 1, order.size()).stream()
                .filter(there::contains)
                .findFirst()
                .map(next -> new Neighbour(next, false));
    }

    /** No database takes a value away. */
    private static Difference replaced(
            Comparison comparison,
            DatabaseObject object,
            EnumType declared,
            EnumType wanted,
            List<String> missing,
            List<String> surplus) {
        Difference difference = Difference.drift(
                        FindingId.TypeDrift,
                        "type " + declared.name() + " has the values " + list(declared) + ", but the model has "
                                + list(wanted),
                        ObjectAspect.place(comparison, object),
                        EnumOperation.replacement(
                                comparison.head(),
                                declared.name(),
                                new DropEnum(declared.name()),
                                new CreateEnum(wanted)))
                .about(declared.name())
                .declaredAt(comparison.provenance().object(declared.name()));
        boolean mayBeRenamed = missing.size() == 1 && surplus.size() == 1;
        return mayBeRenamed
                ? difference.advise("or rename the value:\n"
                        + OperationSource.of(new RenameEnumValue(declared.name(), surplus.get(0), missing.get(0))))
                : difference;
    }

    private static Difference surplus(Comparison comparison, EnumType declared) {
        return Difference.drift(
                        FindingId.TypeDrift,
                        "no column of the model needs type " + declared.name(),
                        comparison.provenance().object(declared.name()).orElse(comparison.fallback()),
                        List.of(new DropEnum(declared.name())))
                .about(declared.name())
                .advise("or say that it is there on purpose: @MigrationEnvironment(unmapped = \"" + declared.name()
                        + "\")");
    }

    private static String list(EnumType type) {
        return "'" + String.join("', '", type.labels()) + "'";
    }
}
