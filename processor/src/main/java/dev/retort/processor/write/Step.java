package dev.retort.processor.write;

import dev.retort.processor.operation.Alike;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.util.Optional;

/** One statement of a body. */
sealed interface Step {

    record Change(Operation operation) implements Step {
        @Override
        public Step key() {
            return new Change(Alike.key(operation));
        }
    }

    /**
     * SQL with a gap that a developer has to fill: a variable that does not exist, so that nothing compiles before.
     *
     * @param variable what the gap is called
     * @param comment what to choose, in one or more lines
     * @param place the column whose value is chosen, where it is one
     */
    record Choice(String variable, String comment, String before, String after, Optional<Place> place)
            implements Step {}

    /** Equal for steps that do the same. */
    default Step key() {
        return this;
    }

    /** A column. */
    record Place(QualifiedName table, Name column) {
        boolean isOf(QualifiedName otherTable, Name otherColumn) {
            return table.key().equals(otherTable.key()) && column.sameKey(otherColumn);
        }
    }
}
