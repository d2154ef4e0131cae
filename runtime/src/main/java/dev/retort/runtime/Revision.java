package dev.retort.runtime;

import java.util.List;

/**
 * One revision as the compiler verified it.
 *
 * @param id unique in its registry
 * @param revises the ids of its parents: none for a base, several for a merge
 * @param message what it does; may be empty
 * @param checksum over its upgrade operations, in lower-case hexadecimal digits: comments, formatting and the SQL of a
 *     dialect do not change it
 */
public record Revision(String id, List<String> revises, String message, String checksum) {

    public Revision {
        revises = List.copyOf(revises);
    }
}
