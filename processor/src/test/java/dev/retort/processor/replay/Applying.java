package dev.retort.processor.replay;

import dev.retort.processor.schema.Schema;
import dev.retort.processor.source.Instruction;
import java.util.List;

/** A history of which only the head matters: nothing is downgraded, nothing merged. */
public final class Applying {

    private Applying() {}

    /**
     * Applies instructions to a schema.
     *
     * @param before the instructions that made the schema
     * @throws IllegalArgumentException saying why one cannot be applied
     */
    public static History history(Schema schema, List<Instruction> before, List<Instruction> then) {
        Provenance provenance = new Provenance();
        before.forEach(provenance::record);
        Schema head = schema;
        for (Instruction instruction : then) {
            try {
                head = SchemaChange.apply(head, instruction.operation());
            } catch (InvalidOperationException invalid) {
                throw new IllegalArgumentException(
                        instruction.operation().describe() + " cannot be applied: " + invalid.summary(), invalid);
            }
            provenance.record(instruction);
        }
        return new History(List.of(), head, provenance);
    }
}
