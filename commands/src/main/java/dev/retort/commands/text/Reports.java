package dev.retort.commands.text;

import dev.retort.commands.Finding;
import dev.retort.commands.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings as text, as JSON, and as SARIF 2.1.0 (OASIS, the log format that code hosts show beside lines). */
public final class Reports {
    private static final Pattern REVISION_OPTION = Pattern.compile("-Aretort\\.revision=(\"[^\"]*\")");
    private static final Pattern MERGE_OPTION = Pattern.compile("-Aretort\\.merge=(\"[^\"]*\")");
    private static final Pattern RENAME_OPTION = Pattern.compile("-Aretort\\.rename=(\\S+)");

    private final Vocabulary vocabulary;

    public Reports(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** As javac prints it, with ways out in the words of commands. */
    public String text(Finding finding) {
        StringBuilder text = new StringBuilder();
        finding.place().ifPresent(place -> text.append(Places.of(place)).append(": "));
        text.append(finding.severity())
                .append(": [")
                .append(finding.id())
                .append("] ")
                .append(body(finding));
        return text.toString();
    }

    private String body(Finding finding) {
        StringBuilder text = new StringBuilder(finding.summary());
        for (String note : finding.notes()) {
            text.append("\n    ").append(note.replace("\n", "\n      "));
        }
        for (String way : finding.help()) {
            text.append("\n    help: ").append(spoken(way).replace("\n", "\n          "));
        }
        return text.toString();
    }

    /** An option of the processor is one of a command here. */
    private String spoken(String text) {
        String revision = REVISION_OPTION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(vocabulary.revision(true, match.group(1))));
        String merge = MERGE_OPTION
                .matcher(revision)
                .replaceAll(match -> Matcher.quoteReplacement(vocabulary.merge(match.group(1))));
        return RENAME_OPTION
                .matcher(merge)
                .replaceAll(match -> Matcher.quoteReplacement(vocabulary.option("rename", match.group(1))));
    }

    /**
     * Everything as JSON.
     *
     * @param status one word
     * @param failures why there could be no answer
     * @param notes facts that are no findings
     */
    public String json(String status, List<Finding> findings, List<String> failures, List<String> notes) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", status);
        report.put("findings", findings.stream().map(this::json).toList());
        report.put("failures", failures);
        report.put("notes", notes);
        return Json.of(report);
    }

    private Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", finding.id());
        json.put("severity", finding.severity().toString());
        json.put("summary", finding.summary());
        finding.place().ifPresent(place -> {
            json.put("file", path(place.file()));
            json.put("line", place.line());
            json.put("column", place.column());
        });
        json.put("notes", finding.notes());
        List<Map<String, Object>> help = new ArrayList<>();
        for (String way : finding.help()) {
            String spoken = spoken(way);
            int end = spoken.indexOf('\n');
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("text", end < 0 ? spoken : spoken.substring(0, end));
            if (end >= 0) {
                item.put("code", spoken.substring(end + 1));
            }
            help.add(item);
        }
        json.put("help", help);
        return json;
    }

    /**
     * A SARIF log.
     *
     * @param failures become notifications of a run that did not succeed
     */
    public String sarif(List<Finding> findings, List<String> failures) {
        Set<String> ids = new LinkedHashSet<>();
        findings.forEach(finding -> ids.add(finding.id()));
        List<String> rules = List.copyOf(ids);
        List<Object> results = new ArrayList<>();
        for (Finding finding : findings) {
            results.add(result(finding, rules.indexOf(finding.id())));
        }
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Retort");
        driver.put("rules", rules.stream().map(Reports::rule).toList());
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", failures.isEmpty());
        invocation.put(
                "toolExecutionNotifications",
                failures.stream()
                        .map(failure -> ordered("level", "error", "message", Map.of("text", failure)))
                        .toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", Map.of("SRCROOT", Map.of("uri", directory())));
        run.put("invocations", List.of(invocation));
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.of(log);
    }

    /** With the texts that code hosts ask for. */
    private static Map<String, Object> rule(String id) {
        String words = id.replaceAll("(?<=\\p{Lower})(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id);
        rule.put("shortDescription", Map.of("text", words));
        rule.put("fullDescription", Map.of("text", words));
        rule.put("help", Map.of("text", "docs/findings/" + id + ".md in Retort's documentation"));
        return rule;
    }

    private Map<String, Object> result(Finding finding, int rule) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.id());
        result.put("ruleIndex", rule);
        result.put("level", finding.severity().toString());
        result.put("message", Map.of("text", body(finding)));
        finding.place().ifPresent(place -> {
            Path file = Places.relative(place.file());
            Map<String, Object> artifact = file.isAbsolute()
                    ? Map.of("uri", file.toUri().toASCIIString())
                    : ordered("uri", uri(file), "uriBaseId", "SRCROOT");
            result.put(
                    "locations",
                    List.of(Map.of(
                            "physicalLocation",
                            ordered(
                                    "artifactLocation",
                                    artifact,
                                    "region",
                                    ordered("startLine", place.line(), "startColumn", place.column())))));
        });
        return result;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    /** What the working folder's URI is put before: spaces and letters beyond ASCII are escaped. */
    private static String uri(Path relative) {
        URI root = Path.of("").toAbsolutePath().getRoot().toUri();
        Path inRoot = Path.of(root).resolve(relative);
        return root.relativize(URI.create(inRoot.toUri().toASCIIString())).toString();
    }

    /** With slashes; relative where it is below the working folder. */
    private static String path(Path file) {
        return Places.relative(file).toString().replace('\\', '/');
    }

    private static String directory() {
        String uri = Path.of("").toAbsolutePath().toUri().toASCIIString();
        return uri.endsWith("/") ? uri : uri + "/";
    }
}
