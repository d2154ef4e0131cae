package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private TerminalConsole console(UnaryOperator<String> person) {
        return new TerminalConsole(new PrintWriter(out), new PrintWriter(err), person, 30);
    }

    @Test
    void progressIsWrittenOverOnATerminal() {
        try (TerminalConsole console = console(question -> "")) {
            console.progress("1 of 2: creating");
            console.progress("2 of 2: a line that is longer than the terminal");
            console.out("Applied");
        }
        assertThat(err)
                .hasToString(
                        "\r\u001b[K1 of 2: creating (0 s)" + "\r\u001b[K2 of 2: a line that is  (0 s)" + "\r\u001b[K");
        assertThat(out.toString().lines()).containsExactly("Applied");
    }

    @Test
    void progressIsNotShownToAPipe() {
        try (TerminalConsole console = console(null)) {
            console.progress("1 of 2: creating");
            console.out("Applied");
            console.err("Read it");
            assertThat(console.isInteractive()).isFalse();
            assertThat(console.confirms("Sure?")).isFalse();
        }
        assertThat(out.toString().lines()).containsExactly("Applied");
        assertThat(err.toString().lines()).containsExactly("Read it");
    }

    @ParameterizedTest
    @CsvSource({"y,true", "YES,true", "' yes ',true", "n,false", "'',false", "yet,false", ",false"})
    void onlyYesIsYes(String answer, boolean agreed) {
        try (TerminalConsole console = console(question -> {
            assertThat(question).isEqualTo("Sure? [y/N] ");
            return answer;
        })) {
            assertThat(console.confirms("Sure?")).isEqualTo(agreed);
        }
    }
}
