package dev.retort.processor.replay;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Schema;
import java.util.Optional;

/** Operations of a revision that is yet to be written. */
public final class Trial {

    /**
     * Why an operation cannot be applied.
     *
     * @param reason one line that stands alone
     * @param help the way out; the lines after its first are code
     */
    public record Refusal(String reason, String help) {}

    private Trial() {}

    /** The schema after the operation; empty when it cannot be applied. */
    public static Optional<Schema> apply(Schema schema, Operation operation) {
        try {
            return Optional.of(SchemaChange.apply(schema, operation));
        } catch (InvalidOperationException invalid) {
            return Optional.empty();
        }
    }

    /** Empty when the operation can be applied. */
    public static Optional<Refusal> refusal(Schema schema, Operation operation) {
        try {
            SchemaChange.apply(schema, operation);
            return Optional.empty();
        } catch (InvalidOperationException invalid) {
            return Optional.of(new Refusal(invalid.summary(), invalid.help()));
        }
    }
}
