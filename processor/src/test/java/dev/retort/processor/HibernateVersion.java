package dev.retort.processor;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hibernate.Version;

/** Of the Hibernate that the tests run with. */
public final class HibernateVersion {
    private HibernateVersion() {}

    /** @param minor as in {@code 7.3} */
    public static boolean isAtLeast(String minor) {
        return compareTo(minor) >= 0;
    }

    /** @param minor as in {@code 7.3} */
    public static boolean isAfter(String minor) {
        return compareTo(minor) > 0;
    }

    /** @param minors as in {@code 7.3} */
    public static boolean isOneOf(String... minors) {
        return Arrays.stream(minors).anyMatch(minor -> compareTo(minor) == 0);
    }

    /** @param bounds as in {@code since 7.1 until 7.3} or {@code except 7.3}; empty for every version */
    public static boolean isIn(String bounds) {
        if (bounds.isEmpty()) {
            return true;
        }
        String[] words = bounds.split(" ");
        return IntStream.range(0, words.length / 2).allMatch(i -> switch (words[2 * i]) {
            case "since" -> isAtLeast(words[2 * i + 1]);
            case "until" -> !isAfter(words[2 * i + 1]);
            case "except" -> !isOneOf(words[2 * i + 1]);
            default -> throw new IllegalArgumentException(bounds);
        });
    }

    private static int compareTo(String minor) {
        return Arrays.compare(numbers(Version.getVersionString()), numbers(minor));
    }

    private static int[] numbers(String version) {
        String[] parts = version.split("\\.");
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }
}
