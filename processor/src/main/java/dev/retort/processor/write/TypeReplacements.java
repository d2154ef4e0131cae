package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Types that are dropped and made anew while columns are of them: the order of these operations must stay. */
final class TypeReplacements {

    private TypeReplacements() {}

    /** The other operations; those of a replacement are placed, where types are made. */
    static List<Operation> takeOut(
            DatabaseDialect dialect, Schema schema, List<Operation> cures, Collection<Placed> steps) {
        List<Operation> rest = new ArrayList<>(cures);
        int rank = 0;
        for (Operation drop : cures) {
            Optional<QualifiedName> type = dropped(drop);
            Optional<Operation> create = type.flatMap(name -> creation(name, cures));
            if (create.isEmpty()) {
                continue;
            }
            List<Operation> replacement = EnumOperation.replacement(schema, type.orElseThrow(), drop, create.get());
            // A view that is made anew is no type of a column.
            if (drop instanceof EnumOperation || replacement.size() > 2) {
                List<String> gone = gone(schema, create.get());
                for (Operation each : replacement) {
                    rest.remove(each);
                    if (!gone.isEmpty() && each instanceof AlterColumn back && isBack(replacement, back)) {
                        steps.add(new Placed(
                                Phase.CREATE_OBJECT, rank++, RowsSurvive.withoutValues(dialect, back, gone)));
                    }
                    steps.add(Placed.at(Phase.CREATE_OBJECT, rank++, each));
                }
            }
        }
        return rest;
    }

    /** The values that a type loses. */
    private static List<String> gone(Schema schema, Operation create) {
        Optional<EnumType> made = create instanceof EnumOperation.CreateEnum named
                ? Optional.of(named.type())
                : create instanceof Operation.CreateObject object ? EnumType.madeBy(object.object()) : Optional.empty();
        return made.stream()
                .flatMap(type -> NamedTypes.of(schema, type.name()).stream()
                        .flatMap(old -> old.labels().stream())
                        .filter(label -> !type.labels().contains(label)))
                .toList();
    }

    /** From text to the type that is there by then. */
    private static boolean isBack(List<Operation> replacement, AlterColumn alter) {
        return replacement.indexOf(alter) > replacement.size() / 2;
    }

    private static Optional<QualifiedName> dropped(Operation operation) {
        return operation instanceof EnumOperation.DropEnum drop
                ? Optional.of(drop.type())
                : operation instanceof Operation.DropObject drop ? Optional.of(drop.object()) : Optional.empty();
    }

    private static Optional<Operation> creation(QualifiedName name, List<Operation> cures) {
        return cures.stream()
                .filter(operation -> created(operation)
                        .filter(other -> other.key().equals(name.key()))
                        .isPresent())
                .findFirst();
    }

    private static Optional<QualifiedName> created(Operation operation) {
        return operation instanceof EnumOperation.CreateEnum create
                ? Optional.of(create.type().name())
                : operation instanceof Operation.CreateObject create
                        ? Optional.of(create.object().name())
                        : Optional.empty();
    }
}
