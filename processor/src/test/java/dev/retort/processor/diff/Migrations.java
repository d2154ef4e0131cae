package dev.retort.processor.diff;

import dev.retort.processor.chain.Chain;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.replay.Histories;
import dev.retort.processor.replay.Replay;
import dev.retort.processor.source.Instruction;
import dev.retort.processor.source.MigrationProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;

/** One revision of operations, each at a place that says which it is. */
final class Migrations {

    /** @param label the operation as a message names it, or the column of a new table */
    record Place(String label) implements Location.InBody {
        @Override
        public Optional<javax.lang.model.element.Element> enclosing() {
            return Optional.empty();
        }

        @Override
        public void print(Diagnostic.Kind kind, String message) {
            throw new UnsupportedOperationException();
        }
    }

    private Migrations() {}

    /** Empty where an operation cannot be applied. */
    static Optional<Histories> replay(List<Operation> operations, String dialect) {
        DeclaredRevision revision =
                new DeclaredRevision("a1", List.of(), "", "app.First", true, Location.nowhere(), List.of());
        Findings findings = new Findings();
        Histories histories = Replay.run(
                Chain.verify(List.of(revision), findings).orElseThrow(),
                List.of(new MigrationProgram(
                        revision,
                        operations.stream().map(Migrations::instruction).toList(),
                        Optional.of(List.of()),
                        Location.nowhere())),
                List.of(dialect),
                findings);
        boolean failed =
                findings.all().stream().anyMatch(finding -> finding.id().name().equals("InvalidOperation"));
        return failed ? Optional.empty() : Optional.of(histories);
    }

    /** Why an operation cannot be applied. */
    static List<String> refusals(List<Operation> operations, String dialect) {
        Findings findings = new Findings();
        DeclaredRevision revision =
                new DeclaredRevision("a1", List.of(), "", "app.First", true, Location.nowhere(), List.of());
        Replay.run(
                Chain.verify(List.of(revision), findings).orElseThrow(),
                List.of(new MigrationProgram(
                        revision,
                        operations.stream().map(Migrations::instruction).toList(),
                        Optional.of(List.of()),
                        Location.nowhere())),
                List.of(dialect),
                findings);
        return findings.all().stream()
                .filter(finding -> finding.id().name().equals("InvalidOperation"))
                .map(finding -> finding.message())
                .toList();
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
