package dev.retort.processor.operation;

import dev.retort.processor.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * An operation that somebody else does: the schema changes, no SQL is written.
 *
 * @param operation that changes a schema; neither of this kind nor for some dialects only
 */
public record StateOnly(Operation operation) implements Operation {

    @Override
    public Optional<List<Operation>> reverse(Schema before) {
        return operation
                .reverse(before)
                .map(operations ->
                        operations.stream().<Operation>map(StateOnly::new).toList());
    }

    @Override
    public String describe() {
        return operation.describe();
    }
}
