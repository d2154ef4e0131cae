package dev.retort.processor.diff;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Silence;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of the model that the migrations lack, in tables that they have. Keys, checks and indexes that need one are no
 * findings of their own: the cure of the last column that they wait for brings them. A column or table that is not asked
 * for, as its drift is silenced, comes last of all: what needs it waits as long as it does.
 */
final class MissingColumns {
    private final Comparison comparison;
    private final Set<String> missing = new LinkedHashSet<>();

    MissingColumns(Comparison comparison) {
        this.comparison = comparison;
        Set<String> silenced = new LinkedHashSet<>();
        for (Table modelled : comparison.model().schema().tables()) {
            Optional<Table> table = comparison.head().table(modelled.name());
            boolean isTableSilenced =
                    table.isEmpty() && Silence.covers(FindingId.TableDrift, comparison.atTable(modelled));
            for (Column column : modelled.columns()) {
                boolean isMissing =
                        table.isPresent() ? table.get().column(column.name()).isEmpty() : isTableSilenced;
                if (isMissing) {
                    (isTableSilenced || isSilenced(modelled, column) ? silenced : missing)
                            .add(key(modelled.name(), column.name()));
                }
            }
        }
        missing.addAll(silenced);
    }

    private boolean isSilenced(Table modelled, Column column) {
        return Silence.covers(FindingId.ColumnDrift, comparison.atColumn(modelled.name(), column));
    }

    boolean holdBack(Table modelled, Constraint constraint) {
        return last(modelled, constraint).isPresent();
    }

    boolean holdBack(Table modelled, Index index) {
        return last(modelled, index).isPresent();
    }

    /** What the cure of a missing column brings besides the column; first it drops what stands in the place of that. */
    List<Operation> broughtBy(Table modelled, Column column) {
        String cause = key(modelled.name(), column.name());
        QualifiedName name = comparison.nameAtHead(modelled);
        Optional<Table> table = comparison.head().table(modelled.name());
        List<Operation> drops = new ArrayList<>();
        List<Operation> additions = new ArrayList<>();
        for (Constraint constraint : modelled.constraints()) {
            if (!(constraint instanceof ForeignKey)
                    && isLast(last(modelled, constraint), cause)
                    && !standsForType(modelled, constraint)) {
                Optional<Constraint> other = table.flatMap(at -> predecessor(at, constraint));
                other.ifPresent(replaced -> drops.addAll(removal(table.orElseThrow(), replaced)));
                additions.add(addition(name, constraint, other.flatMap(Constraint::name)));
            }
        }
        for (Index index : modelled.indexes()) {
            if (isLast(last(modelled, index), cause)) {
                Optional<Name> other = index.name()
                        .flatMap(own -> table.flatMap(at -> at.index(own)))
                        .flatMap(Index::name);
                other.ifPresent(own -> drops.add(new Operation.DropIndex(name, own)));
                additions.add(new Operation.CreateIndex(name, comparison.names().named(name, index, other)));
            }
        }
        foreignKeys(cause, drops, additions);
        drops.addAll(additions);
        return drops.stream().distinct().toList();
    }

    private void foreignKeys(String cause, List<Operation> drops, List<Operation> additions) {
        for (Table modelled : comparison.model().schema().tables()) {
            QualifiedName name = comparison.nameAtHead(modelled);
            for (ForeignKey key : modelled.foreignKeys()) {
                if (isLast(last(modelled, key), cause)) {
                    Optional<Name> other = comparison
                            .head()
                            .table(modelled.name())
                            .flatMap(table -> predecessor(table, key))
                            .flatMap(Constraint::name);
                    other.ifPresent(own -> drops.add(0, new Operation.DropConstraint(name, own)));
                    additions.add(addition(name, key, other));
                }
            }
        }
    }

    /** What the migrations have in the place of a constraint of the model. */
    private static Optional<Constraint> predecessor(Table table, Constraint constraint) {
        return table.constraints().stream()
                .filter(other -> constraint
                                .name()
                                .filter(name -> Constraint.hasName(other, name))
                                .isPresent()
                        || (constraint instanceof PrimaryKey && other instanceof PrimaryKey)
                        || (constraint instanceof ForeignKey
                                && other instanceof ForeignKey
                                && Names.sameKeys(other.columns(), constraint.columns())))
                .findFirst();
    }

    private List<Operation> removal(Table table, Constraint replaced) {
        Name name = replaced.name().orElseThrow();
        List<Operation> removal =
                new ArrayList<>(Dependents.ofKey(comparison.head(), table, name, replaced.columns(), Optional.empty())
                        .drops());
        removal.add(new Operation.DropConstraint(table.name(), name));
        return removal;
    }

    private Operation addition(QualifiedName table, Constraint constraint, Optional<Name> dropped) {
        return new Operation.AddConstraint(table, comparison.names().named(table, constraint, dropped));
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
