package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every piece of code that a finding of the goldens shows is pasted where its words say, each by itself. What comes out is
 * Java, the finding is gone, and nothing is wrong with what was pasted.
 */
class PastedHelpTest {
    /** Their way out is a decision, or stands outside of the code. */
    private static final Set<String> WORDS_ONLY = Set.of(
            "AmbiguousMerge",
            "DowngradeMismatch",
            "DuplicateRevision",
            "InvalidEnvironment",
            "InvalidSuppression",
            "IrreversibleRevision",
            "MissingRevision",
            "MultipleBases",
            "RevisionCycle",
            "UnavailableClass",
            "UnreadableModel",
            "UnseenEffect",
            "UnsupportedOperation");

    /** Its code is of a pom. */
    private static final String OF_A_BUILD = "HibernateVersionMismatch";

    /** So many of one case are pasted; one case alone has more, and those are all alike. */
    private static final int MOST = 20;

    private static final Set<String> WITH_MORE = Set.of("ColumnDrift/hundredsOfDifferences");

    /** One more for each of what uses one thing. */
    private static final int STEPS = 3;

    /** A table that refers to another new one is created behind it. */
    private static final Map<String, String> BEHIND = Map.of(
            "[TableDrift] there is no table customers_phones, mapped by Customer.phones",
            "[TableDrift] there is no table customers, mapped by Customer");

    /** Findings that say that what was pasted is wrong. */
    private static final Pattern WRONG = Pattern.compile("\\w+\\.java: \\[(Invalid|Unreadable|Unsupported)\\w+] .*");

    @TempDir
    static Path dependencies;

    @TestFactory
    Stream<DynamicTest> everyCode() throws IOException {
        return GoldenCase.all().stream().map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
    }

    private static void check(GoldenCase golden) throws IOException {
        Map<String, String> sources = golden.sources();
        Compilation before = golden.compile(sources, dependencies);
        List<Help> helps = Help.withCode(before).stream()
                .filter(help -> !help.id().equals(OF_A_BUILD))
                .toList();
        if (WITH_MORE.contains(golden.name())) {
            assertThat(helps).hasSizeGreaterThan(MOST);
            helps = helps.subList(0, MOST);
        }
        assertThat(helps).hasSizeLessThanOrEqualTo(MOST);
        List<String> faults = new ArrayList<>();
        for (Help help : helps) {
            faults.addAll(faults(golden, behindAnother(help, helps), sources, before, STEPS));
        }
        assertThat(faults).isEmpty();
    }

    private static Help behindAnother(Help help, List<Help> helps) {
        return helps.stream()
                .filter(other -> other.summary().equals(BEHIND.get(help.summary())))
                .findFirst()
                .map(other -> with(help, String.join("\n", other.code()) + "\n" + String.join("\n", help.code())))
                .orElse(help);
    }

    /**
     * What is wrong when the code is pasted. What was dropped may have been in use itself: then the next finding says so, with
     * its own code.
     *
     * @param steps how many more of those there may be
     */
    private static List<String> faults(
            GoldenCase golden, Help help, Map<String, String> sources, Compilation before, int steps)
            throws IOException {
        Map<String, String> pasted = Pasting.paste(help, sources);
        Compilation after = golden.compile(pasted, dependencies);
        List<String> faults = new ArrayList<>(Help.faultsOfJava(after));
        faults.removeAll(Help.faultsOfJava(before));
        List<String> was = Help.summaries(before);
        List<String> is = Help.summaries(after);
        String own = help.file() + ": " + help.summary();
        if (Collections.frequency(is, own) >= Collections.frequency(was, own)) {
            faults.add(own);
        }
        for (String summary : is) {
            if (!was.contains(summary) && WRONG.matcher(summary).matches()) {
                Optional<Help> next = Help.withCode(after).stream()
                        .filter(other -> steps > 0
                                && help.file().equals(other.file())
                                && summary.endsWith(": " + other.summary()))
                        .findFirst();
                faults.addAll(
                        next.isPresent() ? faults(golden, next.get(), pasted, after, steps - 1) : List.of(summary));
            }
        }
        faults.replaceAll(fault -> "after " + help.summary() + " " + help.code() + ": " + fault);
        return faults;
    }

    @Test
    void everyOtherIdHasWordsOnly() throws IOException {
        Set<String> withCode = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (GoldenCase golden : GoldenCase.all()) {
            String id = "";
            boolean isInHelp = false;
            for (String line : Files.readAllLines(golden.folder().resolve("expected.txt"))) {
                if (line.matches("(?:\\S+: )?(?:error|warning): \\[.*")) {
                    id = line.replaceFirst(".*?: \\[(\\w+)].*", "$1");
                    all.add(id);
                }
                if (isInHelp && line.startsWith("          ")) {
                    withCode.add(id);
                }
                isInHelp = line.startsWith("    help: ");
            }
        }
        Set<String> wordsOnly = new TreeSet<>(all);
        wordsOnly.removeAll(withCode);
        assertThat(wordsOnly).isEqualTo(new TreeSet<>(WORDS_ONLY));
        assertThat(withCode).contains(OF_A_BUILD, "ColumnDrift", "InvalidOperation", "MultipleHeads");
    }

    @Test
    void codeThatCuresNothingIsSeen() throws IOException {
        GoldenCase golden = new GoldenCase(Path.of("src/test/resources/golden/ColumnDrift/missing"));
        Compilation before = golden.compile(golden.sources(), dependencies);
        Help help = Help.withCode(before).get(0);

        assertThat(faultsOf(golden, help, before)).isEmpty();
        assertThat(faultsOf(golden, with(help, "op.addColumn(\"users\", \"nicknam\", varchar(255));"), before))
                .hasSize(1)
                .allMatch(fault -> fault.endsWith("User.java: " + help.summary()));
        assertThat(faultsOf(golden, with(help, "op.addColumn(\"user\", \"nickname\", varchar(255));"), before))
                .hasSize(1)
                .allMatch(fault -> fault.contains("Pasted.java: [InvalidOperation] "));
        assertThat(faultsOf(golden, with(help, "op.addColumn(\"users\", \"nickname\", varchr(255));"), before))
                .anyMatch(fault -> fault.contains("Pasted.java: [UnreadableOperation] no method varchr "));
        assertThat(faultsOf(golden, with(help, "op.addColumn("), before))
                .anyMatch(fault -> fault.contains("Pasted.java:") && fault.contains("illegal start of expression"));
    }

    private static Help with(Help help, String code) {
        return new Help(help.file(), help.line(), help.summary(), help.head(), help.words(), List.of(code));
    }

    private static List<String> faultsOf(GoldenCase golden, Help help, Compilation before) throws IOException {
        return faults(golden, help, golden.sources(), before, STEPS);
    }
}
