package dev.retort.processor.sql;

import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** What would be lost with a column. */
final class ColumnUsers {

    private ColumnUsers() {}

    /** A key, check, index or generated column that uses the column, as a message names it. */
    static Optional<String> first(Schema schema, Table table, Column column) {
        Stream<String> constraints = table.constraints().stream()
                .filter(constraint -> constraint.mentions(column.name()))
                .map(Constraint::describe);
        Stream<String> indexes = table.indexes().stream()
                .filter(index -> index.mentions(column.name()))
                .map(Index::describe);
        Stream<String> references = schema.tables().stream()
                .flatMap(other -> other.foreignKeys().stream()
                        .filter(key -> refers(key, table, column))
                        .map(key -> key.describe() + " of table " + other.name()));
        Stream<String> generated = table.columns().stream()
                .filter(other -> !other.equals(column))
                .filter(other -> other.generatedAs()
                        .filter(sql -> Names.mentions(sql, column.name()))
                        .isPresent())
                .map(other -> "column " + other.name());
        return Stream.of(constraints, indexes, references, generated)
                .flatMap(users -> users)
                .findFirst();
    }

    private static boolean refers(ForeignKey key, Table table, Column column) {
        return key.table().key().equals(table.name().key()) && Names.contains(key.referenced(), column.name());
    }
}
