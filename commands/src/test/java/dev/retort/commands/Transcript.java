package dev.retort.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What commands say, with their exit status, compared with a file. Lines of the error stream begin with {@code !}. What
 * differs from run to run has dots in its place: temporary folders, times, users, random ids.
 */
final class Transcript implements Console {
    private static final Path GOLDENS = Path.of("src", "test", "resources", "golden");

    private final StringBuilder text = new StringBuilder();
    private final Path directory;
    private final boolean interactive;
    private final boolean answer;

    private Transcript(Path directory, boolean interactive, boolean answer) {
        this.directory = directory;
        this.interactive = interactive;
        this.answer = answer;
    }

    /** @param directory which is not shown */
    static Transcript in(Path directory) {
        return new Transcript(directory, false, false);
    }

    /** With a person who always answers the same. */
    static Transcript answering(Path directory, boolean answer) {
        return new Transcript(directory, true, answer);
    }

    /** @param call as a person would write it */
    Transcript run(String call, Command command) {
        text.append("$ ").append(call).append('\n');
        int status = Commands.run(command, this, false);
        text.append("exit ").append(status).append("\n\n");
        return this;
    }

    @Override
    public void out(String line) {
        text.append(line).append('\n');
    }

    @Override
    public void err(String line) {
        text.append("! ").append(line.replace("\n", "\n! ")).append('\n');
    }

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public boolean confirms(String question) {
        text.append("? ").append(question).append(answer ? " yes\n" : " no\n");
        return answer;
    }

    String text() {
        return text.toString()
                .replace(directory.toString(), "…")
                .replace(Path.of("").toAbsolutePath().toString(), "…")
                .replaceAll("\\b\\d+ ms\\b", "… ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z by \\S+,", "…,")
                .replaceAll("\\b(?!(?:a11|b0b|cab|c0ffee|feed)0)[0-9a-f]{12}\\b", "…");
    }

    /** {@code -Dretort.golden.rewrite=true} writes the file instead. */
    void matches(String golden) throws IOException {
        matches(text(), golden);
    }

    /** A text in which more has been replaced. */
    static void matches(String text, String golden) throws IOException {
        Path file = GOLDENS.resolve(golden + ".txt");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(file, UTF_8));
    }
}
