package dev.retort.processor.diff;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of the model that the migrations lack, in tables that they have. Keys, checks and indexes that need one are no
 * findings of their own: the cure of the last column that they wait for brings them.
 */
final class MissingColumns {
    private final Comparison comparison;
    private final Set<String> missing = new LinkedHashSet<>();

    MissingColumns(Comparison comparison) {
        this.comparison = comparison;
        for (Table modelled : comparison.model().schema().tables()) {
            comparison
                    .head()
                    .table(modelled.name())
                    .ifPresent(table -> modelled.columns().stream()
                            .filter(column -> table.column(column.name()).isEmpty())
                            .forEach(column -> missing.add(key(modelled.name(), column.name()))));
        }
    }

    boolean holdBack(Table modelled, Constraint constraint) {
        return last(modelled, constraint).isPresent();
    }

    boolean holdBack(Table modelled, Index index) {
        return last(modelled, index).isPresent();
    }

    /** What the cure of a missing column brings besides the column. */
    List<Operation> broughtBy(Table modelled, Column column) {
        String cause = key(modelled.name(), column.name());
        QualifiedName name = comparison.nameAtHead(modelled);
        List<Operation> operations = new ArrayList<>();
        for (Constraint constraint : modelled.constraints()) {
            if (!(constraint instanceof ForeignKey)
                    && isLast(last(modelled, constraint), cause)
                    && !standsForType(modelled, constraint)) {
                operations.addAll(addition(name, modelled, constraint));
            }
        }
        for (Index index : modelled.indexes()) {
            if (isLast(last(modelled, index), cause)) {
                Optional<Name> other = index.name()
                        .flatMap(own -> comparison.head().table(name).flatMap(table -> table.index(own)))
                        .flatMap(Index::name);
                other.ifPresent(own -> operations.add(new Operation.DropIndex(name, own)));
                operations.add(
                        new Operation.CreateIndex(name, comparison.names().named(name, index, other)));
            }
        }
        for (Table other : comparison.model().schema().tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (isLast(last(other, key), cause)) {
                    operations.addAll(addition(comparison.nameAtHead(other), other, key));
                }
            }
        }
        return operations;
    }

    private List<Operation> addition(QualifiedName name, Table modelled, Constraint constraint) {
        Optional<Table> table = comparison.head().table(modelled.name());
        Optional<Constraint> other = constraint instanceof dev.retort.processor.schema.PrimaryKey
                ? table.flatMap(Table::primaryKey).map(key -> key)
                : constraint.name().flatMap(own -> table.flatMap(at -> at.constraint(own)));
        Optional<Name> dropped = other.flatMap(Constraint::name);
        List<Operation> operations = new ArrayList<>();
        dropped.ifPresent(own -> operations.add(new Operation.DropConstraint(name, own)));
        operations.add(new Operation.AddConstraint(name, comparison.names().named(name, constraint, dropped)));
        return operations;
    }

    private boolean standsForType(Table modelled, Constraint constraint) {
        return constraint instanceof Check check
                && comparison.tables().stream()
                        .filter(pair -> pair.model().name().equals(modelled.name()))
                        .anyMatch(pair -> CheckAspect.standsForType(comparison, pair, check));
    }

    private static boolean isLast(Optional<String> last, String cause) {
        return last.filter(cause::equals).isPresent();
    }

    private Optional<String> last(Table modelled, Constraint constraint) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Set<String> used = new LinkedHashSet<>();
        if (constraint instanceof Check check) {
            modelled.columns().stream()
                    .filter(column -> Names.mentions(check.condition(), column.name()))
                    .forEach(column -> used.add(key(modelled.name(), column.name())));
        } else {
            constraint.columns().forEach(column -> used.add(key(modelled.name(), column)));
        }
        if (constraint instanceof ForeignKey foreignKey) {
            foreignKey.referenced().forEach(column -> used.add(key(foreignKey.table(), column)));
        }
        return lastOf(used);
    }

    private Optional<String> last(Table modelled, Index index) {
        Set<String> used = new LinkedHashSet<>();
        modelled.columns().stream()
                .filter(column -> index.mentions(column.name()))
                .forEach(column -> used.add(key(modelled.name(), column.name())));
        return lastOf(used);
    }

    private Optional<String> lastOf(Set<String> used) {
        return missing.stream().filter(used::contains).reduce((earlier, later) -> later);
    }

    private static String key(QualifiedName table, Name column) {
        return table.key() + "\n" + column.key();
    }
}
