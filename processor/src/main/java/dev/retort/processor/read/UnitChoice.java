package dev.retort.processor.read;

import java.util.List;

/**
 * What an environment says of the persistence unit behind it.
 *
 * @param persistenceUnit its name in {@code persistence.xml}; empty for the only one there
 * @param mappingFiles instead of those found; empty for those found
 * @param entitiesChosen whether classes or packages were named, so that a list in {@code persistence.xml} does not count
 */
public record UnitChoice(String persistenceUnit, List<String> mappingFiles, boolean entitiesChosen) {

    public UnitChoice {
        mappingFiles = List.copyOf(mappingFiles);
    }
}
