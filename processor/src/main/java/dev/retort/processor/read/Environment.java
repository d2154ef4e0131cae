package dev.retort.processor.read;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.finding.Location;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * One database: its migrations, its dialects, its mapped classes.
 *
 * @param registry the qualified name of the class to generate
 * @param mapped entities, mapped superclasses, embeddables and converters, by qualified name
 * @param unmapped patterns of tables and columns that no entity maps on purpose
 * @param settings Hibernate settings
 * @param unit which persistence unit of {@code persistence.xml} it is, and which mapping files belong to it
 * @param place where it is declared; nowhere without a declaration
 */
public record Environment(
        String registry,
        List<DatabaseDialect> dialects,
        List<DeclaredRevision> revisions,
        List<TypeElement> mapped,
        List<String> unmapped,
        Map<String, String> settings,
        UnitChoice unit,
        Location place) {

    public Environment {
        dialects = List.copyOf(dialects);
        revisions = List.copyOf(revisions);
        mapped = List.copyOf(mapped);
        unmapped = List.copyOf(unmapped);
        settings = Map.copyOf(settings);
    }
}
