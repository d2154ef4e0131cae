package dev.retort.processor.read;

import dev.retort.processor.finding.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options that ask for a migration to be written.
 *
 * @param revision the message of a revision that cures the drift
 * @param empty what is written where nothing differs, and whether the drift is looked at
 * @param merge the message of a revision that merges the heads
 * @param renames {@code users.nick:users.nickname}, {@code accounts:customers}; {@link #NO_RENAME} for the rest
 * @param sourceDirectory the root of the sources, instead of the one found
 */
public record WritingOptions(
        Optional<String> revision,
        Empty empty,
        Optional<String> merge,
        List<String> renames,
        Optional<String> sourceDirectory) {
    public static final String REVISION = "retort.revision";
    public static final String EMPTY = "retort.revision.empty";
    public static final String MERGE = "retort.merge";
    public static final String RENAME = "retort.rename";
    public static final String SOURCE_DIRECTORY = "retort.sourceDirectory";

    /** What is not chosen as a rename is none. */
    public static final String NO_RENAME = "none";

    /** Whether a revision is written that has nothing to do. */
    public enum Empty {
        /** No. */
        FALSE,
        /** Where nothing differs. */
        TRUE,
        /** Whatever differs. */
        ONLY
    }

    public WritingOptions {
        renames = List.copyOf(renames);
    }

    static Set<String> names() {
        return Set.of(REVISION, EMPTY, MERGE, RENAME, SOURCE_DIRECTORY);
    }

    /** @throws IllegalArgumentException saying which option is wrong */
    static WritingOptions read(Map<String, String> given) {
        Optional<String> revision = message(given, REVISION);
        Optional<String> merge = message(given, MERGE);
        if (revision.isPresent() && merge.isPresent()) {
            throw new RefusedException(
                    "options -A" + REVISION + " and -A" + MERGE + " are given both, but a merge comes first",
                    "compile with the merge first, then with the revision");
        }
        List<String> renames = Arrays.stream(given.getOrDefault(RENAME, "").split(","))
                .map(String::trim)
                .filter(rename -> !rename.isEmpty())
                .toList();
        if (!renames.isEmpty() && revision.isEmpty()) {
            throw new RefusedException(
                    "option -A" + RENAME + " says nothing without -A" + REVISION + ", which writes the rename",
                    "give both, or leave it out");
        }
        for (String rename : renames) {
            if (!rename.equals(NO_RENAME) && !rename.matches("[^:]*[^:\\s][^:]*:[^:]*[^:\\s][^:]*")) {
                throw new RefusedException(
                        "option -A" + RENAME + " has " + rename + ", which is not of the form old:new",
                        "write names as users.nick:users.nickname, or " + NO_RENAME);
            }
        }
        Empty empty = empty(given);
        if (empty != Empty.FALSE && revision.isEmpty()) {
            throw new RefusedException(
                    "option -A" + EMPTY + " says nothing without -A" + REVISION, "give both, or leave it out");
        }
        if (empty == Empty.ONLY && !renames.isEmpty()) {
            throw new RefusedException(
                    "option -A" + RENAME + " says nothing with -A" + EMPTY + "=only, which looks at no drift",
                    "leave one of the two out");
        }
        return new WritingOptions(
                revision,
                empty,
                merge,
                renames,
                Optional.ofNullable(given.get(SOURCE_DIRECTORY))
                        .map(String::trim)
                        .filter(directory -> !directory.isEmpty()));
    }

    /** Whether the migrations may have still to begin. */
    public static boolean asksForRevision(Map<String, String> given) {
        return given.containsKey(REVISION);
    }

    private static Empty empty(Map<String, String> given) {
        String value = given.getOrDefault(EMPTY, "false").trim();
        if (!List.of("true", "false", "only").contains(value)) {
            throw new RefusedException(
                    "option -A" + EMPTY + "=" + value + " is none of true, false, only", "give it one of these");
        }
        return Empty.valueOf(value.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> message(Map<String, String> given, String option) {
        if (!given.containsKey(option)) {
            return Optional.empty();
        }
        // javac hands over null for -Aoption without a value.
        String message =
                given.get(option) == null ? "" : given.get(option).strip().replaceAll("\\s+", " ");
        if (message.isEmpty()) {
            throw new RefusedException(
                    "option -A" + option + " needs a message that says what the revision does",
                    "write it behind the option: -A" + option + "=\"Add nicknames\"");
        }
        return Optional.of(message);
    }
}
