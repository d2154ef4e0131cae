package dev.retort.spring;

import dev.retort.runtime.MigrationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what failed and what to do, in place of a stack trace; also for a migrator that the application calls itself. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

    private static final String HELP = "\n  help: ";

    @Override
    protected FailureAnalysis analyze(Throwable failure, MigrationException cause) {
        FailedMigrationException ours = findCause(failure, FailedMigrationException.class);
        String message = String.valueOf((ours == null ? cause : ours).getMessage());
        int help = message.indexOf(HELP);
        return help < 0
                ? new FailureAnalysis(message, null, cause)
                : new FailureAnalysis(
                        message.substring(0, help), sentence(message.substring(help + HELP.length())), cause);
    }

    private static @Nullable String sentence(String help) {
        return help.isEmpty() ? null : Character.toUpperCase(help.charAt(0)) + help.substring(1) + ".";
    }
}
