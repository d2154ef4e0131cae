package dev.retort.processor.write;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives what a model does not name the name that a migration would, or the next that is free. */
final class NamedParts {
    private final Set<String> taken = new HashSet<>();

    NamedParts(Schema schema, List<Operation> operations) {
        schema.tables().forEach(table -> {
            taken.add(table.name().name().key());
            table.constraints()
                    .forEach(constraint -> constraint.name().map(Name::key).ifPresent(taken::add));
            table.indexes().forEach(index -> index.name().map(Name::key).ifPresent(taken::add));
        });
        for (Operation operation : operations) {
            if (operation instanceof Operation.DropConstraint drop) {
                taken.remove(drop.constraint().key());
            } else if (operation instanceof Operation.DropIndex drop) {
                taken.remove(drop.index().key());
            } else if (operation instanceof Operation.CreateTable create) {
                taken.add(create.table().name().name().key());
                create.table()
                        .constraints()
                        .forEach(part -> part.name().map(Name::key).ifPresent(taken::add));
            } else if (operation instanceof Operation.AddConstraint add) {
                add.constraint().name().map(Name::key).ifPresent(taken::add);
            } else if (operation instanceof Operation.CreateIndex create) {
                create.index().name().map(Name::key).ifPresent(taken::add);
            }
        }
    }

    Operation name(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return new Operation.CreateTable(name(create.table()));
        } else if (operation instanceof Operation.AddConstraint add) {
            return new Operation.AddConstraint(
                    add.table(), name(add.constraint(), add.table().name(), 1));
        } else if (operation instanceof Operation.CreateIndex create) {
            Index index = create.index();
            return new Operation.CreateIndex(
                    create.table(),
                    new Index(
                            Optional.of(index.name()
                                    .orElseGet(() -> free(
                                            ConstraintNames.index(create.table().name(), index.columns())))),
                            index.parts(),
                            index.unique(),
                            index.databaseOnly()));
        }
        return operation;
    }

    private Table name(Table table) {
        Name own = table.name().name();
        List<Check> checks = new ArrayList<>();
        for (Check check : table.checks()) {
            checks.add((Check) name(check, own, checks.size() + 1));
        }
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey().map(key -> (PrimaryKey) name(key, own, 1)),
                table.foreignKeys().stream()
                        .map(key -> (ForeignKey) name(key, own, 1))
                        .toList(),
                table.uniqueKeys().stream()
                        .map(key -> (UniqueKey) name(key, own, 1))
                        .toList(),
                checks,
                table.indexes(),
                table.comment());
    }

    private Constraint name(Constraint constraint, Name table, int number) {
        if (constraint.name().isPresent()) {
            return constraint;
        }
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(Optional.of(free(ConstraintNames.primaryKey(table))), key.columns());
        } else if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    Optional.of(free(ConstraintNames.foreignKey(table, key.columns()))),
                    key.columns(),
                    key.table(),
                    key.referenced(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.databaseOnly());
        } else if (constraint instanceof UniqueKey key) {
            return new UniqueKey(
                    Optional.of(free(ConstraintNames.uniqueKey(table, key.columns()))),
                    key.columns(),
                    key.databaseOnly());
        }
        Check check = (Check) constraint;
        return new Check(
                Optional.of(free(ConstraintNames.check(table, number))), check.condition(), check.databaseOnly());
    }

    private Name free(Name wanted) {
        Name name = wanted;
        for (int number = 2; !taken.add(name.key()); number++) {
            String suffix = "_" + number;
            name = new Name(
                    wanted.text().substring(0, Math.min(wanted.text().length(), 63 - suffix.length())) + suffix,
                    wanted.quoted());
        }
        return name;
    }
}
