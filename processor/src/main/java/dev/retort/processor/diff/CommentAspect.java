package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comments that the model declares, where the database keeps any. Those that only the migrations have harm nobody. */
final class CommentAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        if (!comparison.dialect().family().hasComments()) {
            return differences;
        }
        for (TablePair table : comparison.tables()) {
            table.model()
                    .comment()
                    .filter(wanted -> differs(table.head().comment(), wanted))
                    .ifPresent(wanted -> differences.add(ofTable(comparison, table, wanted)));
        }
        for (ColumnPair column : comparison.columns()) {
            column.model()
                    .comment()
                    .filter(wanted -> differs(column.head().comment(), wanted))
                    .filter(wanted -> !GenerationAspect.isMadeAnew(comparison, column))
                    .ifPresent(wanted -> differences.add(ofColumn(comparison, column, wanted)));
        }
        return differences;
    }

    private static boolean differs(Optional<String> declared, String wanted) {
        return declared.filter(wanted::equals).isEmpty();
    }

    private static Difference ofTable(Comparison comparison, TablePair table, String wanted) {
        String origin = comparison
                .model()
                .origins()
                .table(table.model().name())
                .map(from -> from.path())
                .orElse("the model");
        return Difference.drift(
                        FindingId.CommentDrift,
                        "table " + table.name() + has(table.head().comment()) + ", but " + origin
                                + has(Optional.of(wanted)),
                        comparison.atTable(table.model()),
                        List.of(new Operation.CommentOnTable(table.name(), Optional.of(wanted))))
                .about(table.name())
                .declaredAt(comparison.provenance().table(table.name()));
    }

    private static Difference ofColumn(Comparison comparison, ColumnPair column, String wanted) {
        return Difference.drift(
                        FindingId.CommentDrift,
                        column.describe() + has(column.head().comment()) + ", but "
                                + TypeAspect.origin(comparison, column) + has(Optional.of(wanted)),
                        comparison.atColumn(column.table().model().name(), column.model()),
                        List.of(Operation.AlterColumn.comment(
                                column.table().name(), column.head().name(), Optional.of(wanted))))
                .about(column.table().name())
                .declaredAt(comparison.declaredAt(column));
    }

    private static String has(Optional<String> comment) {
        return comment.map(text -> " has comment '" + text.replaceAll("\\s+", " ") + "'")
                .orElse(" has no comment");
    }
}
