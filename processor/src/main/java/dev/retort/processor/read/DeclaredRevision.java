package dev.retort.processor.read;

import dev.retort.processor.finding.Location;
import java.util.List;

/**
 * A class with {@code @Migration}, as declared; nothing is checked yet.
 *
 * @param className canonical
 * @param isMigration whether the class implements {@code SchemaMigration}
 * @param place the value of {@code revision}
 * @param parentPlaces the values of {@code revises}, in their order
 */
public record DeclaredRevision(
        String id,
        List<String> revises,
        String message,
        String className,
        boolean isMigration,
        Location place,
        List<Location> parentPlaces) {

    public DeclaredRevision {
        revises = List.copyOf(revises);
        parentPlaces = List.copyOf(parentPlaces);
    }

    /** The class without its package. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** As messages name a revision: {@code 9c41d07be2aa (AddUserPreferences)}. */
    public String describe() {
        return id + " (" + simpleName() + ")";
    }
}
