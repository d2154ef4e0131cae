package dev.retort.processor.diff;

import dev.retort.processor.finding.Suggestions;
import dev.retort.processor.schema.Name;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names that people give to one thing, one after the other: {@code nick} and {@code nickname}, {@code home_phone} and {@code phone_no}. */
final class LikeNames {
    /** Shorter words, as {@code id}, {@code at} and {@code is}, say little. */
    private static final int SHORTEST = 3;

    /** Of shorter names two letters, which may be mistyped, are too many. */
    private static final int SHORTEST_MISTYPED = 6;

    private LikeNames() {}

    static boolean alike(Name some, Name other) {
        return alike(words(some), words(other));
    }

    /** @param some words in lower case, as {@link #words} gives them */
    static boolean alike(List<String> some, List<String> other) {
        String first = String.join("", some);
        String second = String.join("", other);
        return isPart(first, second)
                || isPart(second, first)
                || some.stream().anyMatch(word -> word.length() >= SHORTEST && other.contains(word))
                || isMistyped(first, second);
    }

    /** In lower case, split where people begin a new word. */
    static List<String> words(Name name) {
        return Stream.of(name.text().split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isPart(String part, String whole) {
        return part.length() >= SHORTEST && whole.contains(part);
    }

    private static boolean isMistyped(String some, String other) {
        return Math.min(some.length(), other.length()) >= SHORTEST_MISTYPED
                && isNear(some, List.of(other))
                && isNear(other, List.of(some));
    }

    private static boolean isNear(String wanted, Collection<String> known) {
        return !Suggestions.near(wanted, known).isEmpty();
    }
}
