package dev.retort.processor.entity;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the parts of a model's schema back to the code. What has no origin comes from no class of the model. */
public final class Origins {
    private final Map<String, Origin> tables;
    private final Map<String, Origin> sequences;
    private final Map<ColumnKey, Origin> columns;
    private final Map<CheckKey, Name> checks;

    record ColumnKey(String table, String column) {
        static ColumnKey of(QualifiedName table, Name column) {
            return new ColumnKey(table.key(), column.key());
        }
    }

    private record CheckKey(String table, String condition) {}

    private Origins(Builder builder) {
        this.tables = Map.copyOf(builder.tables);
        this.sequences = Map.copyOf(builder.sequences);
        this.columns = Map.copyOf(builder.columns);
        this.checks = Map.copyOf(builder.checks);
    }

    /** The entity of a table; for a table that holds a collection, that property; for a generator's, the identifier. */
    public Optional<Origin> table(QualifiedName table) {
        return Optional.ofNullable(tables.get(table.key()));
    }

    /** The property of a column; the class for columns that no property maps, as a discriminator; else the table's. */
    public Optional<Origin> column(QualifiedName table, Name column) {
        return Optional.ofNullable(columns.get(ColumnKey.of(table, column))).or(() -> table(table));
    }

    /** The property of a constraint's first column; of a check on one column, that column's; else the table's. */
    public Optional<Origin> constraint(QualifiedName table, Constraint constraint) {
        List<Name> names = constraint instanceof Check check
                ? Optional.ofNullable(checks.get(new CheckKey(table.key(), check.condition())))
                        .map(List::of)
                        .orElse(List.of())
                : constraint.columns();
        return ofFirst(table, names);
    }

    /** The property of an index' first column, else the table's. */
    public Optional<Origin> index(QualifiedName table, Index index) {
        return ofFirst(table, index.columns());
    }

    /** The identifier that a sequence numbers. */
    public Optional<Origin> sequence(QualifiedName sequence) {
        return Optional.ofNullable(sequences.get(sequence.key()));
    }

    private Optional<Origin> ofFirst(QualifiedName table, List<Name> names) {
        return names.stream().findFirst().flatMap(name -> column(table, name)).or(() -> table(table));
    }

    /** The first origin told for a thing stays. */
    static final class Builder {
        private final Map<String, Origin> tables = new HashMap<>();
        private final Map<String, Origin> sequences = new HashMap<>();
        private final Map<ColumnKey, Origin> columns = new HashMap<>();
        private final Map<CheckKey, Name> checks = new HashMap<>();

        void table(QualifiedName table, Origin origin) {
            tables.putIfAbsent(table.key(), origin);
        }

        void sequence(QualifiedName sequence, Origin origin) {
            sequences.putIfAbsent(sequence.key(), origin);
        }

        void column(QualifiedName table, Name column, Origin origin) {
            columns.putIfAbsent(ColumnKey.of(table, column), origin);
        }

        void check(QualifiedName table, Name column, String condition) {
            checks.putIfAbsent(new CheckKey(table.key(), condition), column);
        }

        Origins build() {
            return new Origins(this);
        }
    }
}
