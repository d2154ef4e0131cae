package dev.retort.processor.operation;

import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What happens to rows that are written out; no schema changes. */
public sealed interface RowOperation extends Operation {

    QualifiedName table();

    List<Name> columns();

    /** Each as long as {@code columns} where nobody has made a mistake; empty for null. */
    List<List<Optional<DefaultValue>>> rows();

    record BulkInsert(QualifiedName table, List<Name> columns, List<List<Optional<DefaultValue>>> rows)
            implements RowOperation {

        public BulkInsert {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Deletes the rows by their primary key; without it nobody knows which they are. */
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return before.table(table).flatMap(known -> known.primaryKey()).flatMap(key -> byKey(key.columns()));
        }

        private Optional<List<Operation>> byKey(List<Name> key) {
            List<Integer> places = key.stream().map(this::place).toList();
            return places.contains(-1)
                    ? Optional.empty()
                    : Optional.of(List.of(new BulkDelete(
                            table,
                            key,
                            rows.stream()
                                    .map(row -> places.stream().map(row::get).toList())
                                    .toList())));
        }

        private int place(Name column) {
            return IntStream.range(0, columns.size())
                    .filter(i -> columns.get(i).sameKey(column))
                    .findFirst()
                    .orElse(-1);
        }

        @Override
        public String describe() {
            return Operation.call("bulkInsert", table);
        }
    }

    /** @param columns those of the primary key */
    record BulkDelete(QualifiedName table, List<Name> columns, List<List<Optional<DefaultValue>>> rows)
            implements RowOperation {

        public BulkDelete {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** What else the rows held is not known. */
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Optional.empty();
        }

        @Override
        public String describe() {
            return Operation.call("bulkDelete", table);
        }
    }
}
