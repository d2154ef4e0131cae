package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.commands.ConnectionSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Arguments, and what is said of wrong ones. What commands do is the library's to test. */
class CommandLineTest {

    @TempDir
    Path directory;

    private record Answer(int status, String out, String err) {}

    private static Answer call(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = RetortCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int status = commandLine.execute(RetortCommand.arguments(arguments));
        return new Answer(status, out.toString(), err.toString());
    }

    private Path settings(String text) throws IOException {
        return Files.writeString(directory.resolve("retort.properties"), text, UTF_8);
    }

    @Test
    void targetsThatLookLikeOptionsGoBehindThem() {
        assertThat(RetortCommand.arguments("downgrade", "-1", "--yes"))
                .containsExactly("downgrade", "--yes", "--", "-1");
        assertThat(RetortCommand.arguments("downgrade", "--yes", "--", "-1"))
                .containsExactly("downgrade", "--yes", "--", "-1");
        assertThat(RetortCommand.arguments("history", "-r", "-3:", "-v")).containsExactly("history", "-r", "-3:", "-v");
        assertThat(RetortCommand.arguments("upgrade", "+1")).containsExactly("upgrade", "+1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retort",
                "revision",
                "merge",
                "check",
                "upgrade",
                "downgrade",
                "stamp",
                "current",
                "history",
                "verify",
                "show",
                "heads",
                "branches"
            })
    void helpIsAsInTheFile(String command) throws IOException {
        Answer answer = command.equals("retort") ? call("--help") : call(command, "--help");
        assertThat(answer.status()).isZero();
        Path golden = Path.of("src", "test", "resources", "golden", "help", command + ".txt");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, answer.out(), UTF_8);
        }
        assertThat(answer.out()).isEqualTo(Files.readString(golden, UTF_8));
    }

    @Test
    void saysItsVersion() {
        Answer answer = call("--version");
        assertThat(answer.out()).startsWith("retort 0.").doesNotContain("${");
        assertThat(answer.status()).isZero();
    }

    @Test
    void completesForShells() {
        assertThat(call("generate-completion").out())
                .contains("complete -F _complete_retort", "--autogenerate", "--check-heads");
    }

    @Test
    void aWrongCallIsTwo() {
        Answer unknown = call("chekc");
        assertThat(unknown.err()).startsWith("Unmatched argument at index 0: 'chekc'\nDid you mean: retort check");
        assertThat(unknown.status()).isEqualTo(2);
        Answer incomplete = call("revision", "--autogenerate");
        assertThat(incomplete.err()).startsWith("Missing required option: '--message=<message>'");
        assertThat(incomplete.status()).isEqualTo(2);
        Answer empty = call();
        assertThat(empty.err()).startsWith("Missing required subcommand");
        assertThat(empty.status()).isEqualTo(2);
    }

    @Test
    void anAnswerHasOneForm() {
        Answer answer = call("check", "--json", "--sarif");
        assertThat(answer.err()).isEqualTo("""
                error: --json and --sarif are given both
                  the answer has one form
                  help: leave one of them out
                """);
        assertThat(answer.status()).isEqualTo(2);
    }

    @Test
    void settingsAreChecked() throws IOException {
        Path file = settings("url = jdbc:sqlite:x\npasword = hush\n");
        Answer answer = call("current", "--config", file.toString());
        assertThat(answer.err()).isEqualTo("error: " + file + """
                 has the unknown key pasword
                  the keys are url, user, password, class-path, registry, history-table, source, processor-path, release, javac-options
                  help: correct or delete it
                """);
        assertThat(answer.status()).isEqualTo(2);
        Answer missing = call("current", "--config", directory.resolve("none").toString());
        assertThat(missing.err())
                .startsWith("error: the settings cannot be read\n  java.nio.file.NoSuchFileException: ")
                .endsWith(", or name another file: --config\n");
    }

    /** Without a terminal it is the next line of the input. */
    @Test
    void aPasswordWithoutAValueIsAskedFor() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("hush-hush\n".getBytes(UTF_8)));
        try {
            assertThat(connection("--user", "ann", "--password"))
                    .contains(new ConnectionSettings("jdbc:none:x", Optional.of("ann"), Optional.of("hush-hush")));
        } finally {
            System.setIn(before);
        }
        assertThat(connection("--password=told"))
                .contains(new ConnectionSettings("jdbc:none:x", Optional.empty(), Optional.of("told")));
    }

    private Optional<ConnectionSettings> connection(String... options) throws IOException {
        CommandLine commandLine = RetortCommand.commandLine();
        commandLine.parseArgs(Stream.concat(Stream.of("current", "--url", "jdbc:none:x"), Stream.of(options))
                .toArray(String[]::new));
        Subcommand.OfDatabase current =
                commandLine.getSubcommands().get("current").getCommand();
        return current.connection(Settings.read(settings("")));
    }

    @Test
    void theTraceIsShownOnlyOnDemand() throws IOException {
        Path file = settings("class-path = nowhere\n");
        Answer plain = call("heads", "--config", file.toString());
        assertThat(plain.err()).isEqualTo("""
                error: no registry of migrations is on the class path
                  not there: %s
                  help: compile the application with retort-processor on the processor path, and name its classes
                """.formatted(directory.resolve("nowhere")));
        assertThat(call("heads", "--debug", "--config", file.toString()).err()).contains("\tat dev.retort.commands.");
    }
}
