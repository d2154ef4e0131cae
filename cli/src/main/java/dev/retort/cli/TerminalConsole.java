package dev.retort.cli;

import dev.retort.commands.Console;
import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
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
    private final java.io.@Nullable Console terminal;
    private final int width;
    private @Nullable Timer timer;
    private @Nullable String doing;
    private long since;

    /** @param terminal null where nobody sees lines as they come */
    TerminalConsole(PrintWriter out, PrintWriter err, java.io.@Nullable Console terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.width = width(System.getenv("COLUMNS"));
    }

    /** Of the process; null where one of its streams is redirected. */
    static java.io.@Nullable Console ofProcess() {
        java.io.Console console = System.console();
        if (console == null) {
            return null;
        }
        try {
            // From Java 22 on there is a console even for redirected streams, and this method, which tells.
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console) ? console : null;
        } catch (ReflectiveOperationException before22) {
            return console;
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
        if (terminal == null) {
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
        return terminal != null;
    }

    @Override
    public boolean confirms(String question) {
        String answer = terminal == null ? null : terminal.readLine("%s [y/N] ", question);
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
