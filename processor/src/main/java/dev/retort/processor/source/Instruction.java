package dev.retort.processor.source;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import java.util.Map;

/**
 * An operation and where it stands.
 *
 * @param parts where the columns of a new table stand, by {@code Name.key()}, and the rows that are written out
 */
public record Instruction(Operation operation, Location place, Map<String, Location> parts) {

    public Instruction {
        parts = Map.copyOf(parts);
    }

    /** What {@code parts} calls a row, counted from 1. */
    public static String rowKey(int number) {
        return "row " + number;
    }

    /** Of a part by its key; of the operation where the part has none of its own. */
    public Location placeOf(String part) {
        return parts.getOrDefault(part, place);
    }

    public Location placeOfColumn(String key) {
        return parts.getOrDefault(key, place);
    }
}
