package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.documentation.Example.Expectation;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Step;
import dev.retort.sources.Sources;
import dev.retort.sources.Sources.Compilation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Each example of {@code docs/operations.md} is a migration of an environment of its own, and becomes the SQL beside it. */
@TestInstance(Lifecycle.PER_CLASS)
class OperationsPageTest {

    private static final Path BEFORE = Path.of("src/test/resources/documentation/operations.txt");

    private OperationsPage page;
    private String fixture;
    private List<String> additions;

    @BeforeAll
    void read() throws IOException {
        page = OperationsPage.read();
        String[] parts = Files.readString(BEFORE).replaceAll("(?m)^#.*\n", "").split("\n\n> ");
        fixture = parts[0];
        additions = Arrays.stream(parts).skip(1).map("> "::concat).toList();
    }

    @Test
    void everyExampleBecomesTheSqlBesideIt(@TempDir Path directory) throws Exception {
        List<Example> examples = page.examples();
        assertThat(examples).hasSizeGreaterThan(80);
        Sources sources = Sources.in(directory);
        for (int i = 0; i < examples.size(); i++) {
            add(sources, i, examples.get(i), examples.get(i).dialects());
        }
        Compilation compilation = sources.compile();
        assertThat(compilation.output().lines().filter(line -> line.contains("error:")))
                .isEmpty();

        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {compilation.classes().toUri().toURL()}, getClass().getClassLoader())) {
            for (int i = 0; i < examples.size(); i++) {
                Example example = examples.get(i);
                MigrationRegistry registry = (MigrationRegistry) loader.loadClass("page.e" + i + ".Migrations")
                        .getMethod("registry")
                        .invoke(null);
                for (String dialect : example.dialects()) {
                    List<Step> steps = registry.plan("c3").upgrade(dialect);
                    Expectation expected = example.sql().get(dialect);
                    if (expected != null) {
                        compared++;
                        String sql = sql(steps);
                        if (!fits(expected, sql)) {
                            wrong.add(example.place() + " " + dialect + " " + example.code() + "\n  page: " + expected
                                    + "\n  compiler: " + sql);
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(120);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatADialectCannotDoIsRefused(@TempDir Path directory) throws IOException {
        List<Example> examples = page.examples();
        Sources sources = Sources.in(directory);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            List<String> dialects = example.sql().keySet().stream()
                    .filter(dialect -> example.sql().get(dialect) instanceof Example.Unsupported)
                    .toList();
            for (String dialect : dialects) {
                int number = i * 100 + refused.size();
                add(sources, number, example, List.of(dialect));
                refused.add("Third" + number + ".java");
            }
        }
        assertThat(refused).isNotEmpty();

        List<String> said = sources.compile()
                .output()
                .lines()
                // What an example begins with may be refused as well.
                .filter(line -> line.startsWith("Third") && line.contains("[UnsupportedOperation]"))
                .map(line -> line.replaceAll(":.*", ""))
                .distinct()
                .toList();
        assertThat(said).containsExactlyInAnyOrderElementsOf(refused);
    }

    @Test
    void everyBlockIsAnExampleOrHasATestOfItsOwn() {
        assertThat(page.unread()).hasSize(2);
        assertThat(page.unread().get(0)).startsWith("import static dev.retort.op.DialectSql.on;");
        assertThat(page.unread().get(1)).startsWith("final class Backfill {");
    }

    @Test
    void anotherTextIsSeen() {
        assertThat(fits(new Example.Text("drop  table tags;"), "drop table tags"))
                .isTrue();
        assertThat(fits(new Example.Text("drop table tag"), "drop table tags")).isFalse();
        assertThat(fits(new Example.Text("create view v as select …"), "create view v as select 1"))
                .isTrue();
        assertThat(fits(new Example.Text("create view v as select …"), "create view w as select 1"))
                .isFalse();
        assertThat(fits(new Example.Nothing(), "drop table tags")).isFalse();
        assertThat(fits(new Example.Rebuild(), "drop table tags")).isFalse();
    }

    private void add(Sources sources, int number, Example example, Collection<String> dialects) throws IOException {
        String code = example.code();
        if (code.startsWith("on.")) {
            code = "op.onDialect(\"postgresql\", on -> " + code.replaceAll(";$", "") + ");";
        }
        sources.add(
                "page/e" + number + "/package-info.java",
                "@dev.retort.MigrationEnvironment(dialects = {"
                        + dialects.stream().map(dialect -> '"' + dialect + '"').collect(Collectors.joining(", "))
                        + "})\npackage page.e" + number + ";\n");
        sources.add("page/e" + number + "/First.java", migration(number, "First", "revision = \"a1\"", fixture));
        sources.add(
                "page/e" + number + "/Second.java",
                migration(number, "Second", "revision = \"b2\", revises = \"a1\"", before(example)));
        sources.add(
                "page/e" + number + "/Third" + number + ".java",
                migration(number, "Third" + number, "revision = \"c3\", revises = \"b2\"", code));
        if (code.contains("Backfill")) {
            sources.add(
                    "page/e" + number + "/Backfill.java",
                    "package page.e" + number + ";\nimport java.sql.*;\n"
                            + page.unread().get(1).replace("…", ""));
        }
    }

    private String before(Example example) {
        return additions.stream()
                .filter(addition -> Arrays.stream(addition.split("\n"))
                        .filter(line -> line.startsWith("> "))
                        .anyMatch(line -> example.code().startsWith(line.substring(2))))
                .map(addition -> addition.replaceAll("(?m)^> .*\n", ""))
                .collect(Collectors.joining());
    }

    private String migration(int number, String name, String revision, String upgrade) {
        return """
                package page.e%d;

                %s
                import dev.retort.Migration;
                import dev.retort.SchemaMigration;
                import dev.retort.op.Operations;

                @SuppressWarnings("all")
                @Migration(%s)
                final class %s implements SchemaMigration {
                    @Override
                    public void upgrade(Operations op) {
                %s
                    }
                }
                """.formatted(number, page.unread().get(0), revision, name, upgrade.indent(8));
    }

    private static String sql(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Sql sql
                        ? java.util.stream.Stream.of(sql.text())
                        : step instanceof Step.Alone alone
                                ? java.util.stream.Stream.of(alone.text())
                                : java.util.stream.Stream.empty())
                .collect(Collectors.joining(";\n"));
    }

    private static boolean fits(Expectation expected, String sql) {
        String plain = plain(sql);
        if (expected instanceof Example.Text text) {
            String pattern = Arrays.stream(plain(text.sql()).split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".+"));
            return plain.matches(pattern);
        } else if (expected instanceof Example.Part part) {
            return plain.contains(plain(part.sql()));
        } else if (expected instanceof Example.Rebuild) {
            return plain.startsWith("create table _retort_new_");
        } else {
            return expected instanceof Example.Nothing && plain.isEmpty();
        }
    }

    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ")
                .replaceAll("; ?$", "")
                .replaceAll("\\( | (?=\\))", "$0")
                .strip();
    }
}
