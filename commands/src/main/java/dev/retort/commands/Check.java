package dev.retort.commands;

import dev.retort.commands.compile.Javac;
import dev.retort.commands.compile.Outcome;
import dev.retort.commands.text.Reports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether the migrations are sound and lead to the model: {@link ExitStatus#OK} where they do, {@link ExitStatus#NO} for
 * drift, a broken chain or a migration that cannot be applied, {@link ExitStatus#FAILED} where it cannot be told, since
 * the code does not compile, the model or its environment cannot be read, or there is nothing to check.
 */
public record Check(Compilation compilation, Format format) implements Command {

    /** As what findings are told. */
    public enum Format {
        TEXT,
        JSON,
        SARIF
    }

    /** With these nothing is known about drift. */
    private static final Set<String> UNDECIDED = Set.of("UnreadableModel", "UnavailableClass", "InvalidEnvironment");

    @Override
    public int run(Console console) throws IOException {
        Outcome outcome = Javac.run(compilation);
        List<String> failures = new ArrayList<>(outcome.failures());
        if (failures.isEmpty() && !outcome.hasErrors() && outcome.registries().isEmpty()) {
            failures.add("there is no migration and no @MigrationEnvironment among the sources");
        }
        int status = status(outcome, failures);
        Reports reports = new Reports(console.vocabulary());
        switch (format) {
            case TEXT -> text(outcome, failures, status, reports, console);
            case JSON -> console.out(reports.json(word(status), outcome.findings(), failures, outcome.notes()));
            case SARIF -> console.out(reports.sarif(outcome.findings(), failures));
        }
        return status;
    }

    private static int status(Outcome outcome, List<String> failures) {
        boolean undecided = outcome.findings().stream()
                .anyMatch(finding -> finding.severity() == Finding.Severity.ERROR && UNDECIDED.contains(finding.id()));
        if (!failures.isEmpty() || undecided) {
            return ExitStatus.FAILED;
        }
        return outcome.hasErrors() ? ExitStatus.NO : ExitStatus.OK;
    }

    private static String word(int status) {
        return switch (status) {
            case ExitStatus.OK -> "in step";
            case ExitStatus.NO -> "drift";
            default -> "unchecked";
        };
    }

    private static void text(Outcome outcome, List<String> failures, int status, Reports reports, Console console) {
        outcome.findings().forEach(finding -> console.out(reports.text(finding)));
        failures.forEach(failure -> console.err("error: " + failure));
        outcome.notes().forEach(note -> console.err("note: " + note));
        console.out(
                switch (status) {
                    case ExitStatus.OK -> "In step: " + String.join(", ", outcome.registries());
                    case ExitStatus.NO -> counts(outcome.findings());
                    default -> "Could not be checked.";
                });
    }

    private static String counts(List<Finding> findings) {
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .count();
        long warnings = findings.size() - errors;
        return count(errors, "error") + (warnings == 0 ? "" : ", " + count(warnings, "warning"));
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
