package dev.retort.maven;

import dev.retort.commands.Console;
import dev.retort.commands.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Maven's log. The answer may go to a file instead, where no line begins with its level. */
final class LogConsole implements Console {
    private static final String ERROR = "error: ";

    private final Log log;
    private final @Nullable Path output;
    private final java.io.@Nullable Console terminal;

    /**
     * Begins the file anew.
     *
     * @param output null for the log
     * @param terminal null where nobody may be asked
     */
    LogConsole(Log log, @Nullable Path output, java.io.@Nullable Console terminal) throws IOException {
        this.log = log;
        this.output = output;
        this.terminal = terminal;
        if (output != null) {
            Path folder = output.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.deleteIfExists(output);
        }
    }

    @Override
    public void out(String text) {
        if (output == null) {
            text.lines().forEach(log::info);
            return;
        }
        try {
            Files.writeString(
                    output, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void err(String text) {
        if (text.startsWith(ERROR)) {
            text.substring(ERROR.length()).lines().forEach(log::error);
        } else if (text.contains("warning: ")) {
            text.lines().forEach(log::warn);
        } else {
            text.lines().forEach(log::info);
        }
    }

    @Override
    public void progress(String line) {
        log.debug(line);
    }

    @Override
    public boolean isInteractive() {
        return terminal != null;
    }

    @Override
    public boolean confirms(String question) {
        String answer = terminal == null ? null : terminal.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }

    @Override
    public Vocabulary vocabulary() {
        return Vocabulary.MAVEN;
    }
}
