package dev.retort.cli;

import dev.retort.commands.Console;
import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Two streams, or a terminal. On a terminal the last line of the error stream is what is being done, with the seconds that
 * it has taken so far; it is written over again and again.
 */
final class TerminalConsole implements Console, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";
    private static final int DEFAULT_WIDTH = 80;
    private static final long SECOND = 1000;

    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable UnaryOperator<@Nullable String> person;
    private final int width;
    private @Nullable Timer timer;
    private @Nullable String doing;
    private long since;

    /** @param person answers a question, or not; null where nobody sees lines as they come */
    TerminalConsole(PrintWriter out, PrintWriter err, @Nullable UnaryOperator<@Nullable String> person, int width) {
        this.out = out;
        this.err = err;
        this.person = person;
        this.width = width;
    }

    /** On the terminal of the process, where it has one. */
    @SuppressWarnings("SystemConsoleNull") // Both ways of telling are here.
    static TerminalConsole ofProcess(PrintWriter out, PrintWriter err) {
        java.io.Console console = System.console();
        UnaryOperator<@Nullable String> person =
                console == null || !isTerminal(console) ? null : question -> console.readLine("%s", question);
        return new TerminalConsole(out, err, person, width(System.getenv("COLUMNS")));
    }

    private static boolean isTerminal(java.io.Console console) {
        try {
            // From Java 22 on there is a console even for redirected streams, and this method, which tells.
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    private static int width(@Nullable String columns) {
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    @Override
    public synchronized void out(String text) {
        erase();
        out.println(text);
        out.flush();
    }

    @Override
    public synchronized void err(String text) {
        erase();
        err.println(text);
        err.flush();
    }

    @Override
    public synchronized void progress(String line) {
        if (person == null) {
            return;
        }
        doing = line;
        since = System.nanoTime();
        draw();
        if (timer == null) {
            Timer clock = new Timer("progress", true);
            clock.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            draw();
                        }
                    },
                    SECOND,
                    SECOND);
            timer = clock;
        }
    }

    private synchronized void draw() {
        if (doing != null) {
            String elapsed = " (" + (System.nanoTime() - since) / 1_000_000_000 + " s)";
            int room = width - 1 - elapsed.length();
            err.print(ERASE + (doing.length() <= room ? doing : doing.substring(0, Math.max(0, room))) + elapsed);
            err.flush();
        }
    }

    private void erase() {
        if (doing != null) {
            doing = null;
            err.print(ERASE);
            err.flush();
        }
    }

    @Override
    public boolean isInteractive() {
        return person != null;
    }

    @Override
    public boolean confirms(String question) {
        String answer = person == null ? null : person.apply(question + " [y/N] ");
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }

    @Override
    public synchronized void close() {
        erase();
        if (timer != null) {
            timer.cancel();
        }
    }
}
