package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Skeletons must give the schema that Hibernate creates for the same classes, compiled. */
class OracleTest {
    private static final Path MODELS = Path.of("src/test/resources/entity");
    private static final Pattern NEXT_FILE = Pattern.compile("(?m)^// ---.*$");

    static Stream<Named<Path>> models() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream()
                    .map(file -> Named.of(file.getFileName().toString(), file));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalsHibernate(Path model) {
        List<String> sources = sources(model);
        Map<String, String> settings = settings(sources.get(0));

        Reading reading = Reading.of(sources.toArray(String[]::new));
        settings.forEach(reading::with);
        Reading.Result result = reading.read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.console()).isEmpty();
        for (String name : List.of("sqlite", "h2")) {
            DatabaseDialect dialect = result.dialects().get(name);
            List<String> statements = HibernateOracle.create(sources, dialect, settings);
            SortedSet<String> expected = HibernateDdl.facts(statements);
            SortedSet<String> actual = HibernateDdl.facts(result.schema(name), dialect);
            assertThat(difference(actual, expected)).as(name).isEmpty();
        }
    }

    private static String difference(SortedSet<String> actual, SortedSet<String> expected) {
        return Stream.concat(
                        expected.stream().filter(fact -> !actual.contains(fact)).map(fact -> "- " + fact),
                        actual.stream().filter(fact -> !expected.contains(fact)).map(fact -> "+ " + fact))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> sources(Path model) {
        try {
            return Stream.of(NEXT_FILE.split(Files.readString(model, StandardCharsets.UTF_8), -1))
                    .filter(source -> !source.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines {@code // setting name = value} at the head of a model. */
    private static Map<String, String> settings(String source) {
        return source.lines()
                .filter(line -> line.startsWith("// setting "))
                .map(line -> line.substring("// setting ".length()).split(" = ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
