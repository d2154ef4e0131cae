package dev.retort.processor.write;

import java.util.List;

/**
 * A migration to be written.
 *
 * @param packageName empty for the unnamed package
 * @param message what it does; names the class
 * @param revises none for the first, several for a merge
 * @param upgrade statements, each in one or more lines
 * @param downgrade statements, each in one or more lines
 */
public record NewRevision(
        String packageName, String message, List<String> revises, List<String> upgrade, List<String> downgrade) {

    public NewRevision {
        revises = List.copyOf(revises);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** One that does nothing: to be filled by hand, or to merge heads. */
    public static NewRevision empty(String packageName, String message, List<String> revises) {
        return new NewRevision(packageName, message, revises, List.of(), List.of());
    }
}
