package dev.retort.processor.operation;

import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.WrittenSql;
import java.util.List;
import java.util.Optional;

/**
 * SQL of the user's that changes a structure.
 *
 * @param effects what it does to the schema; they have no SQL of their own
 */
public record SqlOnly(WrittenSql sql, List<Operation> effects) implements Operation, WithSql {

    public SqlOnly {
        effects = List.copyOf(effects);
    }

    @Override
    public Optional<List<Operation>> reverse(Schema before) {
        return Optional.empty();
    }

    @Override
    public String method() {
        return "sqlOnly";
    }

    @Override
    public String describe() {
        return "sqlOnly";
    }
}
