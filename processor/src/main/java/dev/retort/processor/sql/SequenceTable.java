package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Sequence;
import java.util.List;

/** A table of one row, as Hibernate creates and reads it (TableStructure), where a database has no sequences. */
final class SequenceTable {
    private final DatabaseDialect dialect;

    SequenceTable(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    List<String> create(Sequence sequence) {
        refuseBounds(sequence);
        String name = dialect.quote(sequence.name());
        return List.of(
                "create table " + name + " (next_val " + dialect.typeName(DataType.of(Kind.BIGINT)) + ")"
                        + dialect.hibernate().getTableTypeString(),
                "insert into " + name + " (next_val) values (" + sequence.start() + ")");
    }

    /** Steps and caches are the business of who reads the table. */
    List<String> alter(AlterSequence alter, Sequence altered) {
        refuseBounds(altered);
        return alter.restart()
                .map(value -> List.of("update " + dialect.quote(altered.name()) + " set next_val = " + value))
                .orElse(List.of());
    }

    private void refuseBounds(Sequence sequence) {
        if (sequence.minValue().isPresent() || sequence.maxValue().isPresent() || sequence.cycle()) {
            throw new UnsupportedByDialectException(
                    dialect.family().word() + " cannot keep sequence " + sequence.name()
                            + " within bounds, nor let it begin again: a table of one row stands in for it",
                    UnsupportedByDialectException.leaveToOthers("it"));
        }
    }
}
