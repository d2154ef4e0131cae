package dev.retort.processor.replay;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Schema;
import java.util.Optional;

/** Operations of a revision that is yet to be written. */
public final class Trial {

    private Trial() {}

    /** The schema after the operation; empty when it cannot be applied. */
    public static Optional<Schema> apply(Schema schema, Operation operation) {
        try {
            return Optional.of(SchemaChange.apply(schema, operation));
        } catch (InvalidOperationException invalid) {
            return Optional.empty();
        }
    }
}
