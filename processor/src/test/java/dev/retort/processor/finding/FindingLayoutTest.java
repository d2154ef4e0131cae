package dev.retort.processor.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every finding that a golden compilation draws has one layout: place, severity, id, summary; notes; help, which none
 * lacks and which comes last, with code indented below it.
 */
class FindingLayoutTest {
    private static final Pattern FIRST =
            Pattern.compile("(?:[\\w-]+\\.java:\\d+: )?(?:error|warning): \\[(\\w+)] (.*)");
    private static final String HELP = "    help: ";

    /** A summary begins in lower case, or with the name of what it is about. */
    private static final Pattern SUMMARY = Pattern.compile(
            "(?:[a-z\"-]|Hibernate |InvalidOperation cannot |Operations has |First(?:::\\w+)? (?:has|is) )"
                    + ".*[^.\\s]");

    private record Shown(String id, String summary, List<String> body) {}

    @Test
    void everyFindingOfTheGoldens() throws IOException {
        List<String> faults = new ArrayList<>();
        int findings = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("expected"))
                    .sorted()
                    .toList()) {
                for (Shown finding : findings(Files.readString(file))) {
                    findings++;
                    faults(finding).forEach(fault -> faults.add(file + ": " + finding.summary() + ": " + fault));
                }
            }
        }
        assertThat(findings).isGreaterThan(300);
        assertThat(faults).isEmpty();
    }

    @Test
    void anotherLayoutIsSeen() {
        assertThat(faults(findings("""
                User.java:3: error: [ColumnDrift] There is no column.
                    help: add one
                    schema at head
                """).get(0))).containsExactly("its summary", "a note behind help");
        assertThat(faults(
                        findings("error: [TypeDrift] it differs\n    a note\n").get(0)))
                .containsExactly("no help");
        assertThat(faults(findings("error: [TypeDrift] it differs\n    a note\n    help: add\n          code\n")
                        .get(0)))
                .isEmpty();
    }

    private static List<String> faults(Shown finding) {
        List<String> faults = new ArrayList<>();
        if (!SUMMARY.matcher(finding.summary()).matches()) {
            faults.add("its summary");
        }
        int help = 0;
        while (help < finding.body().size() && !finding.body().get(help).startsWith(HELP)) {
            help++;
        }
        if (help == finding.body().size()) {
            faults.add("no help");
        }
        for (String line : finding.body().subList(help, finding.body().size())) {
            if (!line.startsWith(HELP) && !line.startsWith(" ".repeat(HELP.length()))) {
                faults.add("a note behind help");
            }
        }
        return faults;
    }

    private static List<Shown> findings(String text) {
        List<Shown> findings = new ArrayList<>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            Matcher first = FIRST.matcher(line);
            if (first.matches()) {
                findings.add(new Shown(first.group(1), first.group(2), new ArrayList<>()));
                inside = true;
            } else if (inside && line.startsWith("    ")) {
                findings.get(findings.size() - 1).body().add(line);
            } else {
                inside = false;
            }
        }
        return findings;
    }
}
