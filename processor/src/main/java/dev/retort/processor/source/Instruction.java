package dev.retort.processor.source;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import java.util.Map;

/**
 * An operation and where it stands.
 *
 * @param parts where the columns of a new table stand, by {@code Name.key()}
 */
public record Instruction(Operation operation, Location place, Map<String, Location> parts) {

    public Instruction {
        parts = Map.copyOf(parts);
    }

    public Location placeOfColumn(String key) {
        return parts.getOrDefault(key, place);
    }
}
