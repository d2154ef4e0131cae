package dev.retort.processor;

import dev.retort.processor.entity.Corpus;
import dev.retort.processor.entity.Since;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is not proven: a line {@code model | dialect | reason} of {@code fixedpoint.txt}. Where only some versions of
 * Hibernate give the reason, they follow the dialect: {@code sqlite until 7.0}, {@code mariadb since 7.1 until 7.3}.
 *
 * @param versions bounds as {@link HibernateVersion#isIn} has them
 */
record Untried(String model, String dialect, String versions, String reason) implements Comparable<Untried> {
    private static final List<Untried> LINES = read();

    static List<Untried> lines() {
        return LINES;
    }

    /** The reasons against a model by dialect, with the Hibernate that runs. */
    static Map<String, String> of(String model) {
        return LINES.stream()
                .filter(line -> line.model.equals(model) && line.isOfThisVersion())
                .collect(Collectors.toMap(Untried::dialect, Untried::reason));
    }

    boolean isOfThisVersion() {
        return HibernateVersion.isIn(versions);
    }

    /** Whether only other versions of Hibernate have the model in the dialect. */
    boolean isOfOthersModel() {
        return model.startsWith(ProofModel.CORPUS)
                && Since.isOfOthers(
                        Corpus.FOLDER.resolve(model.substring(ProofModel.CORPUS.length()) + ".txt"), dialect);
    }

    private static List<Untried> read() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/fixedpoint.txt")).stream()
                    .map(Untried::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Untried line(String line) {
        String[] parts = line.split(" \\| ", 3);
        String[] where = parts[1].split(" ", 2);
        return new Untried(parts[0], where[0], where.length < 2 ? "" : where[1], parts[2]);
    }

    @Override
    public int compareTo(Untried other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return model + " | " + dialect + (versions.isEmpty() ? "" : " " + versions) + " | " + reason;
    }
}
