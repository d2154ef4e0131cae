package dev.retort.processor.diff;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names for the constraints and indexes of cures that the model does not name: those that {@link ConstraintNames} gives,
 * or where one is taken, one with a number. Each is given once.
 */
final class NewNames {
    private final Set<String> taken = new HashSet<>();

    NewNames(Schema head) {
        for (Table table : head.tables()) {
            taken.add(table.name().name().key());
            table.constraints().forEach(constraint -> constraint.name().ifPresent(name -> taken.add(name.key())));
            table.indexes().forEach(index -> index.name().ifPresent(name -> taken.add(name.key())));
        }
    }

    Constraint named(QualifiedName table, Constraint constraint) {
        return named(table, constraint, Optional.empty());
    }

    /** @param dropped a name that is free again when the constraint is added */
    Constraint named(QualifiedName table, Constraint constraint, Optional<Name> dropped) {
        Name own = table.name();
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(
                    Optional.of(name(key.name(), ConstraintNames.primaryKey(own), dropped)), key.columns());
        } else if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    Optional.of(name(key.name(), ConstraintNames.foreignKey(own, key.columns()), dropped)),
                    key.columns(),
                    key.table(),
                    key.referenced(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.databaseOnly());
        } else if (constraint instanceof UniqueKey key) {
            return new UniqueKey(
                    Optional.of(name(key.name(), ConstraintNames.uniqueKey(own, key.columns()), dropped)),
                    key.columns(),
                    key.databaseOnly());
        }
        Check check = (Check) constraint;
        return new Check(
                Optional.of(check.name().orElseGet(() -> freeCheck(own, dropped))),
                check.condition(),
                check.databaseOnly());
    }

    Index named(QualifiedName table, Index index, Optional<Name> dropped) {
        Name byDefault = ConstraintNames.index(table.name(), index.columns());
        return index.named(name(index.name(), byDefault, dropped));
    }

    List<Index> named(QualifiedName table, List<Index> indexes) {
        return indexes.stream()
                .map(index -> named(table, index, Optional.empty()))
                .toList();
    }

    private Name name(Optional<Name> wanted, Name byDefault, Optional<Name> dropped) {
        return wanted.orElseGet(() -> free(byDefault, dropped));
    }

    private Name free(Name preferred, Optional<Name> dropped) {
        Name name = preferred;
        for (int number = 2; !isFree(name, dropped); number++) {
            name = ConstraintNames.numbered(preferred, number);
        }
        return name;
    }

    private Name freeCheck(Name table, Optional<Name> dropped) {
        int number = 1;
        while (!isFree(ConstraintNames.check(table, number), dropped)) {
            number++;
        }
        return ConstraintNames.check(table, number);
    }

    private boolean isFree(Name name, Optional<Name> dropped) {
        return taken.add(name.key()) || dropped.filter(name::sameKey).isPresent();
    }
}
