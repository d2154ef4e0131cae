package dev.retort.processor.write;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tables, sequences and objects that have to go before the rest, as something new takes a name of theirs. */
final class EarlyDrops {
    private final Set<String> early;

    private EarlyDrops(Set<String> early) {
        this.early = early;
    }

    static EarlyDrops of(Schema schema, List<Operation> operations) {
        Set<String> wanted = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.CreateTable create) {
                wanted.add(create.table().name().name().key());
                wanted.addAll(names(create.table()));
            } else if (operation instanceof Operation.CreateSequence create) {
                wanted.add(create.sequence().name().name().key());
            } else if (operation instanceof Operation.CreateObject create) {
                wanted.add(create.object().name().name().key());
            } else if (operation instanceof Operation.AddConstraint add) {
                add.constraint().name().map(Name::key).ifPresent(wanted::add);
            } else if (operation instanceof Operation.CreateIndex create) {
                create.index().name().map(Name::key).ifPresent(wanted::add);
            }
        }
        Set<String> early = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.DropTable drop) {
                Set<String> held = new HashSet<>(
                        schema.table(drop.table()).map(EarlyDrops::names).orElse(Set.of()));
                held.add(drop.table().name().key());
                held.retainAll(wanted);
                if (!held.isEmpty()) {
                    early.add(drop.table().key());
                }
            } else if (operation instanceof Operation.DropSequence drop
                    && wanted.contains(drop.sequence().name().key())) {
                early.add(drop.sequence().key());
            } else if (operation instanceof Operation.DropObject drop
                    && wanted.contains(drop.object().name().key())) {
                early.add(drop.object().key());
            }
        }
        // What refers to a table that goes early cannot wait: then all tables go early.
        boolean anyTable = operations.stream()
                .anyMatch(operation -> operation instanceof Operation.DropTable drop
                        && early.contains(drop.table().key()));
        if (anyTable) {
            operations.forEach(operation -> {
                if (operation instanceof Operation.DropTable drop) {
                    early.add(drop.table().key());
                }
            });
        }
        return new EarlyDrops(early);
    }

    boolean contains(QualifiedName name) {
        return early.contains(name.key());
    }

    private static Set<String> names(Table table) {
        Set<String> names = new HashSet<>();
        table.constraints()
                .forEach(constraint -> constraint.name().map(Name::key).ifPresent(names::add));
        table.indexes().forEach(index -> index.name().map(Name::key).ifPresent(names::add));
        return names;
    }
}
