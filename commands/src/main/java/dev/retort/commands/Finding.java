package dev.retort.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with migrations or model, as the processor said it.
 *
 * @param id such as {@code ColumnDrift}; each has a page in Retort's documentation
 * @param summary one line that stands alone
 * @param place empty where no line of a source is to blame
 * @param notes further facts
 * @param help ways out; the lines after the first of each are code
 */
public record Finding(
        String id, Severity severity, String summary, Optional<Place> place, List<String> notes, List<String> help) {

    public Finding {
        notes = List.copyOf(notes);
        help = List.copyOf(help);
    }

    /** Whether it stops a build. */
    public enum Severity {
        ERROR,
        WARNING;

        @Override
        public String toString() {
            return this == ERROR ? "error" : "warning";
        }
    }

    /**
     * A place in a source.
     *
     * @param line counted from 1
     * @param column counted from 1, a tab as one
     */
    public record Place(Path file, long line, long column) {}
}
