package dev.retort.processor.entity;

import dev.retort.processor.HibernateVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines at the head of a model that not each version of Hibernate has correct DDL for: {@code // since 7.4}, {@code // until
 * 7.2}, {@code // except 7.3}, or for some dialects only: {@code // since 7.3 h2, oracle}.
 */
public final class Since {
    private Since() {}

    /** Whether only other versions of Hibernate have the model. */
    public static boolean isOfOthers(Path model) {
        return notHere(model).anyMatch(line -> line.dialects().isEmpty());
    }

    /** Whether only other versions of Hibernate have the model in a dialect. */
    public static boolean isOfOthers(Path model, String dialect) {
        return isOfOthers(model) || dialects(model, List.of(dialect)).isEmpty();
    }

    /** Those of the dialects that this Hibernate has DDL of the model for. */
    public static List<String> dialects(Path model, List<String> dialects) {
        List<String> missing =
                notHere(model).flatMap(line -> line.dialects().stream()).toList();
        return dialects.stream().filter(dialect -> !missing.contains(dialect)).toList();
    }

    private static Stream<Line> notHere(Path model) {
        try {
            return Files.readAllLines(model).stream()
                    .takeWhile(line -> line.startsWith("//"))
                    .filter(line -> line.matches("// (since|until|except) .*"))
                    .map(line -> Line.of(line.split(" ", 4)))
                    .filter(line -> !line.isMet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param dialects empty for all of them */
    private record Line(String word, String minor, List<String> dialects) {
        static Line of(String[] words) {
            return new Line(words[1], words[2], words.length < 4 ? List.of() : List.of(words[3].split(", *")));
        }

        boolean isMet() {
            return HibernateVersion.isIn(word + " " + minor);
        }
    }
}
