package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Model;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that a table generator counts under the name of the entity's table (Hibernate's
 * {@code CONFIG_PREFER_SEGMENT_PER_ENTITY}): where that table is renamed, its row has to follow, or the numbers would
 * begin again and be given twice.
 */
final class CountedRows {
    private static final Pattern ROW = Pattern.compile(
            "(?is)insert\\s+into\\s+[^(]+\\(\\s*([^,]+?)\\s*,[^)]*\\)\\s*values\\s*\\(\\s*'((?:[^']|'')*)'.*");

    private final DatabaseDialect dialect;
    private final Model model;
    private final Schema renamed;

    /** @param renamed what a database has when all renames are done */
    CountedRows(DatabaseDialect dialect, Model model, Schema renamed) {
        this.dialect = dialect;
        this.model = model;
        this.renamed = renamed;
    }

    /** A row that a generator counts from, as the model inserts it. */
    private record Row(QualifiedName table, String column, String value) {
        Operation update(DatabaseDialect dialect, String from, String to) {
            return new Operation.Execute("update " + dialect.quote(table) + " set " + column + " = "
                    + dialect.literal(to) + " where " + column + " = " + dialect.literal(from));
        }
    }

    /** Statements that let rows follow the renames. */
    List<Operation> forward(List<Operation> renames) {
        return follow(renames, false);
    }

    /** Statements that take them back, before the renames are undone. */
    List<Operation> back(List<Operation> renames) {
        return follow(renames, true);
    }

    private List<Operation> follow(List<Operation> renames, boolean back) {
        List<Row> rows = rows();
        List<Operation> updates = new ArrayList<>();
        for (Operation operation : renames) {
            if (operation instanceof RenameTable rename) {
                String from = rename.table().name().text();
                String to = rename.newName().text();
                // Where the model counts under the old name too, nobody knows whose row that is.
                boolean isKept = rows.stream().anyMatch(row -> row.value().equals(from));
                rows.stream()
                        .filter(row -> row.value().equals(to) && !isKept)
                        .map(row -> back ? row.update(dialect, to, from) : row.update(dialect, from, to))
                        .forEach(updates::add);
            }
        }
        return updates;
    }

    /** Of the tables that are there: a new one gets its rows as it is created. Hibernate 7.0 and 7.1 say each twice. */
    private List<Row> rows() {
        Set<Row> rows = new LinkedHashSet<>();
        for (Table table : renamed.tables()) {
            for (String insert : model.initialRows().getOrDefault(table.name().key(), List.of())) {
                row(table.name(), insert).ifPresent(rows::add);
            }
        }
        return List.copyOf(rows);
    }

    private static Optional<Row> row(QualifiedName table, String insert) {
        Matcher row = ROW.matcher(insert);
        return row.matches()
                ? Optional.of(new Row(table, row.group(1), row.group(2).replace("''", "'")))
                : Optional.empty();
    }
}
