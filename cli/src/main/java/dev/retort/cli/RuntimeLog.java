package dev.retort.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the migrator logs, on the error stream; but for what the commands say themselves. */
final class RuntimeLog extends Handler {
    /** Kept: the log manager forgets a logger that nobody holds, with its handlers. */
    private static final Logger LOGGER = Logger.getLogger("dev.retort.runtime");

    private static final List<String> SAID_BY_COMMANDS = List.of("{0} {1} {2} in {3} ms");

    private RuntimeLog() {}

    static void quieten() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(new RuntimeLog());
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record) && !SAID_BY_COMMANDS.contains(record.getMessage())) {
            Object[] parameters = record.getParameters();
            System.err.println(
                    parameters == null ? record.getMessage() : MessageFormat.format(record.getMessage(), parameters));
        }
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {}
}
