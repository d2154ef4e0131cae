package dev.retort.processor.unit;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * All that Hibernate would be given to build its model from.
 *
 * @param mapped annotated classes: entities, mapped superclasses, embeddables, converters
 * @param settings Hibernate's, from all sources
 * @param mappingFiles {@code orm.xml} and the like
 */
public record PersistenceUnit(List<TypeElement> mapped, Map<String, String> settings, List<MappingFile> mappingFiles) {

    public PersistenceUnit {
        mapped = List.copyOf(mapped);
        settings = Map.copyOf(settings);
        mappingFiles = List.copyOf(mappingFiles);
    }

    /** Whether there is no model to compare. */
    public boolean isEmpty() {
        return mapped.isEmpty()
                && mappingFiles.stream().allMatch(file -> file.mappedClasses().isEmpty());
    }
}
