package dev.retort.processor.operation;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.List;
import java.util.Optional;

/** What happens to a part of a table by its name alone. */
public sealed interface PartOperation extends Operation {

    QualifiedName table();

    record RenameIndex(QualifiedName table, Name index, Name newName) implements PartOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            Name old = before.table(table)
                    .flatMap(owner -> owner.index(index))
                    .flatMap(known -> known.name())
                    .orElseThrow();
            return Optional.of(List.of(new RenameIndex(table, newName, old)));
        }

        @Override
        public String describe() {
            return Operation.call("renameIndex", index, table, newName);
        }
    }
}
