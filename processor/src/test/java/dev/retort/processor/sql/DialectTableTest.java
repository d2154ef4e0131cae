package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code docs/dialects.md} says of every operation and dialect what the files of golden SQL show; {@code
 * -Dretort.golden.rewrite=true} writes it anew.
 */
class DialectTableTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/retort/processor/sql");
    private static final Path PAGE = Path.of("../docs/dialects.md");

    private static final String HEAD = """
            # Operations by dialect

            How each operation becomes SQL. This page is written by a test from the files of golden SQL, which hold one or more samples of
            each operation; `mvn verify -Dretort.golden.rewrite=true` writes it anew.

            | word | means |
            |---|---|
            | one | one statement |
            | several | several statements |
            | rebuild | the table is made anew, row by row ([SQLite](operations.md#the-rebuild-of-a-sqlite-table)) |
            | alone | among them a statement outside of any transaction, on a database that has transactions for structure |
            | nothing | the database has nothing to do |
            | Java | no SQL |
            | no | [`UnsupportedOperation`](findings/UnsupportedOperation.md) |

            Several words: it depends on what exactly is asked for, and on what else is there.

            """;

    @Test
    void thePageSaysWhatTheGoldensShow() throws IOException {
        Map<String, Map<String, Set<String>>> table = new TreeMap<>();
        List<String> dialects = dialects();
        for (String dialect : dialects) {
            for (Path file : files(dialect)) {
                samples(allCommit(dialect), Files.readString(file))
                        .forEach((method, ways) -> table.computeIfAbsent(method, key -> new LinkedHashMap<>())
                                .computeIfAbsent(dialect, key -> new LinkedHashSet<>())
                                .addAll(ways));
            }
        }
        List<String> commit = new ArrayList<>();
        for (String dialect : dialects) {
            if (allCommit(dialect) && Family.ofWord(dialect).orElseThrow().isConnected()) {
                commit.add(dialect);
            }
        }
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| operation | ").append(String.join(" | ", dialects)).append(" |\n|---|");
        page.append("---|".repeat(dialects.size())).append('\n');
        table.forEach((method, byDialect) -> page.append("| `")
                .append(method)
                .append("` | ")
                .append(dialects.stream()
                        .map(dialect -> byDialect.getOrDefault(dialect, Set.of()).stream()
                                .sorted()
                                .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        page.append("\nRun by Retort's tests on a real server, each sample there and back: ")
                .append(words(dialects.stream().filter(DialectTableTest::isRun)))
                .append(".\nA statement of structure commits, and what it changes is recorded before, on: ")
                .append(words(commit.stream()))
                .append(".\nOnly rendered, by the documentation of the database: ")
                .append(words(dialects.stream().filter(dialect -> !isRun(dialect))))
                .append(".\n");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
        assertThat(table).containsKeys("createTable", "createView", "alterColumn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create view v as select 1; | one",
                "drop view v;\\ncreate view v as select 1; | several",
                "create trigger t before delete on x begin\\n    delete from y;\\nend; | one",
                "create table _retort_new_t (\\n    id bigint\\n);\\ndrop table t; | rebuild",
                "-- alone, changes [t], tried again after drop index i\\ncreate index concurrently i on t (a); | alone",
                "drop view v;\\n-- alone, changes []\\nalter type t add value 'a'; | alone",
                "-- JavaCall[className=A, method=b] | Java",
                "-- h2 cannot do that | no",
                "'' | nothing"
            })
    void ways(String sql, String way) {
        assertThat(samples(
                        false, "-- first\ncreate table x;\n\n-- createView(\"v\")\n" + sql.replace("\\n", "\n") + "\n"))
                .isEqualTo(Map.of("createView", Set.of(way)));
    }

    /** Where every statement of structure commits, it says nothing of one that it does. */
    @Test
    void aStatementThatCommitsAsAllDo() {
        assertThat(samples(true, "-- first\n\n-- dropView(\"v\")\n-- alone, changes []\ndrop view v;\n"))
                .isEqualTo(Map.of("dropView", Set.of("one")));
    }

    /** The methods of a golden file, and how each was rendered. The first section makes the schema. */
    private static Map<String, Set<String>> samples(boolean allCommit, String text) {
        Map<String, Set<String>> samples = new LinkedHashMap<>();
        String[] sections = text.split("\n\n(?=-- )");
        for (String section : List.of(sections).subList(1, sections.length)) {
            String title = section.lines().findFirst().orElseThrow();
            String sql = section.substring(title.length()).strip();
            String method = title.substring(3).replaceFirst("\\(.*", "");
            samples.computeIfAbsent(method, key -> new LinkedHashSet<>())
                    .add(way(allCommit ? sql.replaceAll("(?m)^-- alone, .*\n", "") : sql));
        }
        return samples;
    }

    private static String way(String sql) {
        if (sql.isEmpty()) {
            return "nothing";
        } else if (sql.startsWith("-- JavaCall[")) {
            return "Java";
        } else if (sql.contains("-- alone, ")) {
            return "alone";
        } else if (sql.startsWith("-- ") && !sql.startsWith("-- ForeignKeyCheck[")) {
            return "no";
        } else if (sql.contains("create table _retort_new_") || sql.contains("create table \"_retort_new_")) {
            return "rebuild";
        }
        long statements = sql.lines()
                .filter(line -> line.endsWith(";") && !line.startsWith(" "))
                .count();
        return statements == 1 ? "one" : "several";
    }

    private static List<String> dialects() throws IOException {
        List<String> found = new ArrayList<>();
        for (Family family : Family.values()) {
            if (Files.exists(GOLDEN.resolve(family.word() + ".sql"))) {
                found.add(family.word());
            }
        }
        return found;
    }

    private static List<Path> files(String dialect) {
        return Stream.of(
                        GOLDEN.resolve(dialect + ".sql"),
                        GOLDEN.resolve("objects").resolve(dialect + ".sql"))
                .filter(Files::exists)
                .toList();
    }

    private static boolean allCommit(String dialect) throws IOException {
        return Files.readString(GOLDEN.resolve(dialect + ".sql")).contains("]\ncreate table ");
    }

    private static boolean isRun(String dialect) {
        return LiveDatabase.FAMILIES.contains(Family.ofWord(dialect).orElseThrow());
    }

    private static String words(Stream<String> dialects) {
        return dialects.collect(Collectors.joining(", "));
    }
}
