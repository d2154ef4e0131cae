package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Silence;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Table;
import dev.retort.processor.suggest.OperationSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What one side lost and the other gained. Names say too little to decide: rows would be lost by a wrong guess, so
 * whatever could hold the same values is offered.
 */
final class RenameCandidates {
    private final Comparison comparison;

    RenameCandidates(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Without what stays for certain, as code silences that nothing maps it. */
    List<RenameCandidate> all() {
        List<RenameCandidate> candidates = new ArrayList<>();
        for (Table gone : goneTables()) {
            boolean stays = Silence.covers(FindingId.TableDrift, comparison.placeOf(gone));
            for (Table added : newTables()) {
                if (!stays && isMostlySame(gone, added)) {
                    candidates.add(candidate(gone, added));
                }
            }
        }
        for (TablePair table : comparison.tables()) {
            for (Column gone : goneColumns(table)) {
                boolean stays = Silence.covers(FindingId.ColumnDrift, comparison.placeOf(table, gone));
                for (Column added : newColumns(table)) {
                    if (!stays && isSame(table, gone, added)) {
                        candidates.add(candidate(table, gone, added));
                    }
                }
            }
        }
        return candidates;
    }

    Difference adviseNew(Difference difference, Table added) {
        Difference advised = difference;
        for (Table gone : goneTables()) {
            if (isMostlySame(gone, added)) {
                advised = advised.advise(before(gone.name().toString(), candidate(gone, added)));
            }
        }
        return advised;
    }

    Difference adviseGone(Difference difference, Table gone) {
        Difference advised = difference;
        for (Table added : newTables()) {
            if (isMostlySame(gone, added)) {
                advised = advised.advise(after(added.name().toString(), candidate(gone, added)));
            }
        }
        return advised;
    }

    Difference adviseNew(Difference difference, TablePair table, Column added) {
        Difference advised = difference;
        for (Column gone : goneColumns(table)) {
            if (isSame(table, gone, added)) {
                advised = advised.advise(before(table.name() + "." + gone.name(), candidate(table, gone, added)));
            }
        }
        return advised;
    }

    Difference adviseGone(Difference difference, TablePair table, Column gone) {
        Difference advised = difference;
        for (Column added : newColumns(table)) {
            if (isSame(table, gone, added)) {
                advised = advised.advise(after(table.name() + "." + added.name(), candidate(table, gone, added)));
            }
        }
        return advised;
    }

    private static String before(String from, RenameCandidate candidate) {
        return "or, if it was " + from + " before, keep the rows\n" + OperationSource.of(candidate.rename());
    }

    private static String after(String to, RenameCandidate candidate) {
        return "or, if it is " + to + " now, keep the rows\n" + OperationSource.of(candidate.rename());
    }

    private List<Table> goneTables() {
        return comparison.head().tables().stream()
                .filter(table -> comparison.model().schema().table(table.name()).isEmpty()
                        && !comparison.unmapped().names(table.name()))
                .toList();
    }

    private List<Table> newTables() {
        return comparison.model().schema().tables().stream()
                .filter(table -> comparison.head().table(table.name()).isEmpty())
                .toList();
    }

    private List<Column> goneColumns(TablePair table) {
        return table.head().columns().stream()
                .filter(column -> table.model().column(column.name()).isEmpty()
                        && !comparison.unmapped().names(table.name(), column.name()))
                .toList();
    }

    private static List<Column> newColumns(TablePair table) {
        return table.model().columns().stream()
                .filter(column -> table.head().column(column.name()).isEmpty())
                .toList();
    }

    private boolean isSame(TablePair table, Column gone, Column added) {
        return gone.generatedAs().isEmpty()
                && added.generatedAs().isEmpty()
                && TypeAspect.sameType(
                        comparison,
                        new ColumnPair(
                                table,
                                gone.renamed(added.name()),
                                table.physical().column(gone.name()).orElseThrow(),
                                added));
    }

    /** Two thirds of the columns of the larger one, by name and type; in one schema, as a rename cannot leave it. */
    private boolean isMostlySame(Table gone, Table added) {
        if (!gone.name().renamed(added.name().name()).key().equals(added.name().key())) {
            return false;
        }
        TablePair pair =
                new TablePair(gone, comparison.physical().table(gone.name()).orElseThrow(), added);
        long same = gone.columns().stream()
                .filter(column -> added.column(column.name())
                        .filter(other -> isSame(pair, column, other))
                        .isPresent())
                .count();
        return same * 3 >= 2L * Math.max(gone.columns().size(), added.columns().size());
    }

    private static RenameCandidate candidate(Table gone, Table added) {
        return new RenameCandidate(
                gone.name().toString(),
                added.name().toString(),
                new Operation.RenameTable(gone.name(), added.name().name()));
    }

    private static RenameCandidate candidate(TablePair table, Column gone, Column added) {
        return new RenameCandidate(
                table.name() + "." + gone.name(),
                table.name() + "." + added.name(),
                new Operation.RenameColumn(table.name(), gone.name(), added.name()));
    }
}
