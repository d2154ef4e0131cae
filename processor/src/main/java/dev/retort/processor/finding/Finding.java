package dev.retort.processor.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong, with its place and the way out.
 *
 * @param summary one line that stands alone: lower case, no final stop
 * @param notes further facts, one line each
 * @param help ways out; the lines after the first of each are code
 */
public record Finding(
        FindingId id, Severity severity, String summary, Location location, List<String> notes, List<String> help) {

    public Finding {
        notes = List.copyOf(notes);
        help = List.copyOf(help);
    }

    public static Finding error(FindingId id, Location location, String summary) {
        return new Finding(id, Severity.ERROR, summary, location, List.of(), List.of());
    }

    public static Finding warning(FindingId id, Location location, String summary) {
        return new Finding(id, Severity.WARNING, summary, location, List.of(), List.of());
    }

    public Finding note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Finding(id, severity, summary, location, more, help);
    }

    public Finding help(String way) {
        List<String> more = new ArrayList<>(help);
        more.add(way);
        return new Finding(id, severity, summary, location, notes, more);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The whole message, as {@code docs/findings} lays it out. */
    public String message() {
        StringBuilder out = new StringBuilder("[").append(id).append("] ").append(summary);
        for (String note : notes) {
            out.append("\n  ").append(note.replace("\n", "\n    "));
        }
        for (String way : help) {
            out.append("\n  help: ").append(way.replace("\n", "\n        "));
        }
        return out.toString();
    }
}
