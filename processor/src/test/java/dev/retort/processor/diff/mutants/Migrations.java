package dev.retort.processor.diff.mutants;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.replay.Applying;
import dev.retort.processor.replay.History;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.source.Instruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Operations, each at a place that says which it is, and the schema that they make. */
public record Migrations(List<Instruction> instructions, History history) {

    /** @param label the operation as a message names it, or the column of a new table */
    public record Place(String label) implements Location.InBody {
        @Override
        public Optional<Element> enclosing() {
            return Optional.empty();
        }

        @Override
        public void print(Diagnostic.Kind kind, String message) {
            throw new UnsupportedOperationException();
        }
    }

    public static Migrations none() {
        return new Migrations(List.of(), Applying.history(Schema.empty(), List.of(), List.of()));
    }

    /** @throws IllegalArgumentException where an operation cannot be applied */
    public Migrations then(List<Operation> operations) {
        List<Instruction> more =
                operations.stream().map(Migrations::instruction).toList();
        return new Migrations(
                Stream.concat(instructions.stream(), more.stream()).toList(),
                Applying.history(history.head(), instructions, more));
    }

    private static Instruction instruction(Operation operation) {
        Map<String, Location> parts = new HashMap<>();
        if (operation instanceof Operation.CreateTable create) {
            create.table()
                    .columns()
                    .forEach(column -> parts.put(
                            column.name().key(),
                            new Place(create.table().name().key() + "."
                                    + column.name().key())));
        }
        return new Instruction(operation, new Place(operation.describe()), parts);
    }
}
