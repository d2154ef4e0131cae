package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Whether a table or column of the migrations can hold what another of the model asks for. */
final class LikeTables {
    private final Comparison comparison;

    LikeTables(Comparison comparison) {
        this.comparison = comparison;
    }

    /** In one schema, as a rename cannot leave it. */
    boolean alike(Table gone, Table added) {
        return isSameSchema(gone, added) && enough(gone, added, true);
    }

    /** The same type, one that can hold the same values, or a name that speaks for itself. */
    boolean alike(TablePair table, Column gone, Column added) {
        return gone.generatedAs().isEmpty()
                && added.generatedAs().isEmpty()
                && (isSameType(table, gone, added)
                        || isLikeType(table, gone, added)
                        || LikeNames.alike(gone.name(), added.name()));
    }

    boolean isSameType(TablePair table, Column gone, Column added) {
        return TypeAspect.sameType(
                comparison,
                new ColumnPair(
                        table,
                        gone.renamed(added.name()),
                        table.physical().column(gone.name()).orElseThrow(),
                        added));
    }

    private boolean isLikeType(TablePair table, Column gone, Column added) {
        return LikeTypes.alike(
                gone.type(), comparison.model().portableType(table.model().name(), added));
    }

    private static boolean isSameSchema(Table gone, Table added) {
        return gone.name()
                .renamed(added.name().name())
                .key()
                .equals(added.name().key());
    }

    /**
     * Two thirds of the columns of the larger one are in both, by name or by what they refer to; or half, and the names of
     * the tables or the types of all other columns say the rest. So a small table, as that of a collection, is found too.
     */
    private boolean enough(Table gone, Table added, boolean byKeys) {
        TablePair pair =
                new TablePair(gone, comparison.physical().table(gone.name()).orElseThrow(), added);
        List<Column> goneColumns = new ArrayList<>(gone.columns());
        List<Column> newColumns = new ArrayList<>(added.columns());
        int both = matches(
                goneColumns,
                newColumns,
                (old, other) -> old.name().sameKey(other.name())
                        && (isSameType(pair, old, other) || isLikeType(pair, old, other)));
        if (byKeys) {
            both += matches(goneColumns, newColumns, (old, other) -> refersAlike(gone, old, added, other));
        }
        int larger = Math.max(gone.columns().size(), added.columns().size());
        int smaller = Math.min(gone.columns().size(), added.columns().size());
        if (both * 3 >= 2 * larger
                || (both * 2 >= smaller
                        && both > 0
                        && LikeNames.alike(gone.name().name(), added.name().name()))) {
            return true;
        }
        return both * 2 >= larger
                && both + matches(goneColumns, newColumns, (old, other) -> isSameType(pair, old, other)) == larger;
    }

    /** Takes out what matches, each once. */
    private static int matches(List<Column> gone, List<Column> added, BiPredicate<Column, Column> match) {
        int found = 0;
        for (Column old : List.copyOf(gone)) {
            Optional<Column> other =
                    added.stream().filter(each -> match.test(old, each)).findFirst();
            if (other.isPresent()) {
                gone.remove(old);
                added.remove(other.get());
                found++;
            }
        }
        return found;
    }

    /** Whether both refer to one table, or to one that may be the other under a new name. */
    private boolean refersAlike(Table gone, Column old, Table added, Column other) {
        return referred(gone, old.name()).stream()
                .anyMatch(before -> referred(added, other.name()).stream().anyMatch(after -> isOne(before, after)));
    }

    private boolean isOne(QualifiedName before, QualifiedName after) {
        if (before.key().equals(after.key())) {
            return true;
        }
        Optional<Table> gone = comparison.head().table(before);
        Optional<Table> added = comparison.model().schema().table(after);
        return gone.isPresent()
                && added.isPresent()
                && comparison.model().schema().table(before).isEmpty()
                && comparison.head().table(after).isEmpty()
                && isSameSchema(gone.get(), added.get())
                && enough(gone.get(), added.get(), false);
    }

    private static List<QualifiedName> referred(Table table, Name column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().stream().anyMatch(column::sameKey))
                .map(ForeignKey::table)
                .toList();
    }
}
