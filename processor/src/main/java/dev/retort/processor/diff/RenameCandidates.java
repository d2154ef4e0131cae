package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Silence;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.suggest.OperationSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one side lost and the other gained. Names say too little to decide: rows would be lost by a wrong guess, so
 * whatever could hold the same values is offered.
 */
final class RenameCandidates {
    private final Comparison comparison;
    private final LikeTables like;

    RenameCandidates(Comparison comparison) {
        this.comparison = comparison;
        this.like = new LikeTables(comparison);
    }

    /**
     * Tables, columns, sequences; of each those first whose names are alike. Without what stays for certain, as code silences
     * that nothing maps it.
     */
    List<RenameCandidate> all() {
        List<RenameCandidate> tables = new ArrayList<>();
        for (Table gone : goneTables()) {
            if (!Silence.covers(FindingId.TableDrift, comparison.placeOf(gone))) {
                tables.addAll(of(gone));
            }
        }
        List<RenameCandidate> columns = new ArrayList<>();
        for (TablePair table : comparison.tables()) {
            for (Column gone : goneColumns(table)) {
                if (!Silence.covers(FindingId.ColumnDrift, comparison.placeOf(table, gone))) {
                    columns.addAll(of(table, gone));
                }
            }
        }
        List<RenameCandidate> sequences = new ArrayList<>();
        for (Sequence gone : goneSequences()) {
            sequences.addAll(of(gone));
        }
        List<RenameCandidate> all = new ArrayList<>();
        for (List<RenameCandidate> kind : List.of(tables, columns, sequences)) {
            kind.stream()
                    .sorted(Comparator.comparing(
                            candidate -> !LikeNames.alike(lastOf(candidate.from()), lastOf(candidate.to()))))
                    .forEach(all::add);
        }
        return all;
    }

    private static Name lastOf(String name) {
        return QualifiedName.of(name).name();
    }

    Difference adviseNew(Difference difference, Table added) {
        Difference advised = difference;
        for (Table gone : goneTables()) {
            if (like.alike(gone, added)) {
                advised = advised.advise(before(candidate(gone, added)));
            }
        }
        return advised;
    }

    Difference adviseGone(Difference difference, Table gone) {
        return adviseGone(difference, of(gone));
    }

    Difference adviseNew(Difference difference, TablePair table, Column added) {
        Difference advised = difference;
        for (Column gone : goneColumns(table)) {
            if (like.alike(table, gone, added)) {
                advised = advised.advise(before(candidate(table, gone, added)));
            }
        }
        return advised;
    }

    Difference adviseGone(Difference difference, TablePair table, Column gone) {
        return adviseGone(difference, of(table, gone));
    }

    Difference adviseNew(Difference difference, Sequence added) {
        Difference advised = difference;
        for (Sequence gone : goneSequences()) {
            if (mayBe(gone, added)) {
                advised = advised.advise(before(candidate(gone, added)));
            }
        }
        return advised;
    }

    Difference adviseGone(Difference difference, Sequence gone) {
        return adviseGone(difference, of(gone));
    }

    private static Difference adviseGone(Difference difference, List<RenameCandidate> candidates) {
        Difference advised = difference;
        for (RenameCandidate candidate : candidates) {
            advised = advised.advise(
                    "or, if it is " + candidate.to() + " now, keep " + kept(candidate) + "\n" + code(candidate));
        }
        return advised;
    }

    private static String before(RenameCandidate candidate) {
        return "or, if it was " + candidate.from() + " before, keep " + kept(candidate) + "\n" + code(candidate);
    }

    private static String kept(RenameCandidate candidate) {
        return candidate.operations().get(0) instanceof RenameSequence ? "its numbers" : "the rows";
    }

    private static String code(RenameCandidate candidate) {
        return candidate.operations().stream().map(OperationSource::of).collect(Collectors.joining("\n"));
    }

    private List<RenameCandidate> of(Table gone) {
        return newTables().stream()
                .filter(added -> like.alike(gone, added))
                .map(added -> candidate(gone, added))
                .toList();
    }

    private List<RenameCandidate> of(TablePair table, Column gone) {
        return newColumns(table).stream()
                .filter(added -> like.alike(table, gone, added))
                .map(added -> candidate(table, gone, added))
                .toList();
    }

    private List<RenameCandidate> of(Sequence gone) {
        return newSequences().stream()
                .filter(added -> mayBe(gone, added))
                .map(added -> candidate(gone, added))
                .toList();
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

    private List<Sequence> goneSequences() {
        return comparison.head().sequences().stream()
                .filter(sequence ->
                        comparison.model().schema().sequence(sequence.name()).isEmpty()
                                && !comparison.unmapped().names(sequence.name()))
                .toList();
    }

    private List<Sequence> newSequences() {
        return comparison.model().schema().sequences().stream()
                .filter(sequence -> comparison.head().sequence(sequence.name()).isEmpty())
                .toList();
    }

    /**
     * A sequence holds nothing but how far it is. What numbered the rows of a table that goes numbers none of a table that
     * is another; else nothing tells them apart.
     */
    private boolean mayBe(Sequence gone, Sequence added) {
        if (!gone.name().renamed(added.name().name()).key().equals(added.name().key())) {
            return false;
        }
        Schema head = comparison.head();
        Schema model = comparison.model().schema();
        Optional<Table> before = SequenceOwners.of(head, gone.name());
        Optional<Table> after = SequenceOwners.of(model, added.name());
        if (before.isPresent() && after.isPresent()) {
            return before.get().name().key().equals(after.get().name().key())
                    || (isGone(before.get()) && isNew(after.get()) && like.alike(before.get(), after.get()));
        }
        boolean rowsGo = before.filter(this::isGone)
                .filter(table -> newTables().stream().noneMatch(other -> like.alike(table, other)))
                .isPresent();
        boolean hasNoRows = after.filter(this::isNew)
                .filter(table -> goneTables().stream().noneMatch(other -> like.alike(other, table)))
                .isPresent();
        return (!rowsGo && !hasNoRows)
                || LikeNames.alike(
                        SequenceOwners.words(gone.name().name()),
                        SequenceOwners.words(added.name().name()));
    }

    private boolean isGone(Table table) {
        return goneTables().contains(table);
    }

    private boolean isNew(Table table) {
        return comparison.head().table(table.name()).isEmpty();
    }

    private RenameCandidate candidate(Table gone, Table added) {
        return new RenameCandidate(
                gone.name().toString(),
                added.name().toString(),
                Renames.ofTable(
                        comparison.head(),
                        comparison.model().schema(),
                        gone,
                        added.name().name()));
    }

    private RenameCandidate candidate(TablePair table, Column gone, Column added) {
        List<Operation> operations =
                new ArrayList<>(Renames.ofColumn(comparison.dialect(), table.head(), gone.name(), added.name()));
        if (!like.isSameType(table, gone, added) && !isReferred(table.head(), gone.name())) {
            operations.add(new Operation.AlterColumn(
                    table.name(),
                    added.name(),
                    Optional.of(comparison.model().portableType(table.model().name(), added)),
                    Optional.empty(),
                    Optional.empty()));
        }
        return new RenameCandidate(table.name() + "." + gone.name(), table.name() + "." + added.name(), operations);
    }

    /** Its type changes with that of others: the finding that comes after the rename shows how. */
    private boolean isReferred(Table table, Name column) {
        return table.foreignKeys().stream().anyMatch(key -> Names.contains(key.columns(), column))
                || comparison.head().tables().stream()
                        .flatMap(other -> other.foreignKeys().stream())
                        .anyMatch(key -> key.table().key().equals(table.name().key())
                                && Names.contains(key.referenced(), column));
    }

    private static RenameCandidate candidate(Sequence gone, Sequence added) {
        return new RenameCandidate(
                gone.name().toString(),
                added.name().toString(),
                List.of(new RenameSequence(gone.name(), added.name().name())));
    }
}
