package dev.retort.commands.compile;

import dev.retort.commands.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The processor's messages as values again. A finding is laid out as {@code docs/findings} says: {@code [Id] summary},
 * notes indented by two, ways out behind {@code help:}; further lines of a note are indented by four, of a way out by
 * eight. It is what every version of the processor says and every build shows, so it is read rather than a second form
 * of the same.
 */
final class FindingText {
    private static final Pattern FIRST = Pattern.compile("\\[(\\p{Upper}\\w*)] (.*)");
    private static final String INDENT = "  ";
    private static final String HELP = INDENT + "help: ";
    private static final String FURTHER_HELP = " ".repeat(8);
    private static final String FURTHER_NOTE = " ".repeat(4);

    private static final String FAILURE = "Retort: ";
    private static final List<String> FACTS =
            List.of("no entity is in view of ", "no revision is written: ", "no merge is written: ");
    private static final Pattern WRITTEN = Pattern.compile("wrote revision (\\S+) \\((.*)\\) to (.+)");
    private static final Pattern WRITTEN_STOP =
            Pattern.compile("Retort: the (?:revision|merge) \\S+ is written, but no part of this compilation: .*");

    private FindingText() {}

    /** Empty for a message that is no finding. */
    static Optional<Finding> parse(String message, Finding.Severity severity, Optional<Finding.Place> place) {
        List<String> lines = message.lines().toList();
        Matcher first = FIRST.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!first.matches()) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        List<String> help = new ArrayList<>();
        String further = javacsIndent(lines);
        for (String indented : lines.subList(1, lines.size())) {
            String line = indented.startsWith(further) ? indented.substring(further.length()) : indented;
            if (line.startsWith(HELP)) {
                help.add(line.substring(HELP.length()));
            } else if (!help.isEmpty()) {
                append(help, withoutIndent(line, FURTHER_HELP));
            } else if (line.startsWith(FURTHER_NOTE) && !notes.isEmpty()) {
                append(notes, line.substring(FURTHER_NOTE.length()));
            } else {
                notes.add(withoutIndent(line, INDENT));
            }
        }
        return Optional.of(new Finding(first.group(1), severity, first.group(2), place, notes, help));
    }

    /** javac indents all lines but the first once more; the second is a note or a way out. */
    private static String javacsIndent(List<String> lines) {
        String second = lines.size() < 2 ? "" : lines.get(1);
        int indent = second.length() - second.stripLeading().length() - INDENT.length();
        return " ".repeat(Math.max(0, indent));
    }

    private static void append(List<String> texts, String line) {
        int last = texts.size() - 1;
        texts.set(last, texts.get(last) + "\n" + line);
    }

    private static String withoutIndent(String line, String indent) {
        return line.startsWith(indent) ? line.substring(indent.length()) : line.strip();
    }

    /** What the processor failed in, where it is no fault of the code; empty for other messages. */
    static Optional<String> failure(String message) {
        return message.startsWith(FAILURE) ? Optional.of(message.substring(FAILURE.length())) : Optional.empty();
    }

    /** What it wrote; empty for other messages. */
    static Optional<Written> written(String message) {
        Matcher matcher = WRITTEN.matcher(message);
        return matcher.matches()
                ? Optional.of(new Written(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Whether it is one of the processor's facts that are no findings. */
    static boolean isFact(String message) {
        return FACTS.stream().anyMatch(message::startsWith);
    }

    /** Whether it only stops a compilation whose sources are out of date by what was written. */
    static boolean stopsAfterWriting(String message) {
        return WRITTEN_STOP.matcher(message).matches();
    }
}
