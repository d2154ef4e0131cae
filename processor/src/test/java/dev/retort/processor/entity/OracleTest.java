package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.testing.compile.Compilation;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.entity.Corpus.CorpusModel;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Skeletons must give the schema that Hibernate creates for the same classes, compiled. */
class OracleTest {
    /** {@code -Dretort.corpus=orm_.*} takes the models of that name, to try one that is being written. */
    private static final Predicate<CorpusModel> ONLY =
            model -> model.name().matches(System.getProperty("retort.corpus", ".*"));

    private static final DatabaseDialect H2 = DatabaseDialect.parse("h2");

    static List<CorpusModel> models() {
        return Corpus.models().stream().filter(ONLY).toList();
    }

    static Stream<CorpusModel> limitedModels() {
        return models().stream().filter(model -> !model.rejectingDialects().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalsHibernate(CorpusModel model) {
        Reading.Result result = Reading.of(model).in(model.dialects()).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.console()).isEmpty();
        assertThat(differences(result, model.settings())).isEmpty();
        model.dialects()
                .forEach(dialect -> assertNativeWords(
                        result.model(dialect), result.dialects().get(dialect)));
        assertSame(result, Reading.of(model).in(someOf(model)).read(), someOf(model));
    }

    /** Two of its dialects, others for other models. */
    private static List<String> someOf(CorpusModel model) {
        List<String> all = model.dialects();
        int first = Math.floorMod(model.name().hashCode(), all.size());
        return Stream.of(first, (first + 1) % all.size())
                .distinct()
                .map(all::get)
                .toList();
    }

    /** Between what the stage read and what Hibernate creates for the classes of the same compilation. */
    static List<String> differences(Reading.Result result, Map<String, String> settings) {
        return differences(result, result, settings);
    }

    /**
     * @param compiled whose classes Hibernate is given
     * @throws HibernateException if Hibernate refuses them in one of the dialects
     */
    static List<String> differences(Reading.Result result, Reading.Result compiled, Map<String, String> settings) {
        Map<String, SortedSet<String>> created = new LinkedHashMap<>();
        Map<String, SortedSet<String>> expected = new LinkedHashMap<>();
        try (HibernateOracle oracle = HibernateOracle.of(compiled)) {
            Function<DatabaseDialect, SortedSet<String>> create = dialect -> created.computeIfAbsent(
                    dialect.toString(), asked -> DdlFacts.of(oracle.create(dialect, settings), dialect));
            result.dialects().forEach((name, dialect) -> expected.put(name, expected(create, dialect)));
        }
        List<String> differences = new ArrayList<>();
        expected.forEach((name, facts) -> differences.addAll(differences(
                name, SchemaFacts.of(result.model(name), result.dialects().get(name)), facts)));
        return differences;
    }

    /** On SQLite Hibernate leaves out most keys; Retort does not. They are to be those of H2. */
    private static SortedSet<String> expected(
            Function<DatabaseDialect, SortedSet<String>> create, DatabaseDialect dialect) {
        SortedSet<String> facts = new TreeSet<>(create.apply(dialect));
        if (dialect.family() == Family.SQLITE) {
            facts.removeIf(OracleTest::isKey);
            create.apply(H2).stream().filter(OracleTest::isKey).forEach(facts::add);
        }
        return facts;
    }

    private static boolean isKey(String fact) {
        return fact.startsWith("unique key of ") || fact.startsWith("foreign key of ");
    }

    private static void assertSame(Reading.Result one, Reading.Result other, List<String> dialects) {
        dialects.forEach(dialect -> {
            assertThat(one.schema(dialect)).isEqualTo(other.schema(dialect));
            assertThat(SchemaText.of(one.schema(dialect))).isEqualTo(SchemaText.of(other.schema(dialect)));
        });
    }

    /** Portable types give the native words back. */
    private static void assertNativeWords(Model model, DatabaseDialect dialect) {
        for (Table table : model.schema().tables()) {
            for (Column column : table.columns()) {
                assertThat(dialect.typeName(model.portableType(table.name(), column)))
                        .as("%s: %s.%s", dialect, table.name(), column.name())
                        .isEqualTo(column.type().texts().get(0));
            }
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("limitedModels")
    void refusesWhatHibernateRefuses(CorpusModel model) {
        for (String word : model.rejectingDialects()) {
            Reading.Result result = Reading.of(model).in(List.of(word)).read();

            Throwable refusal = catchThrowable(() -> {
                try (HibernateOracle oracle = HibernateOracle.of(result)) {
                    oracle.create(result.dialects().get(word), model.settings());
                }
            });
            assertThat(refusal).as("Hibernate for %s", word).isNotNull();
            assertThat(result.findings())
                    .as("findings for %s", word)
                    .allMatch(finding -> finding.contains("[UnreadableModel]"));
            // What is no HibernateException is a fault of the factory's own code, which we do not run.
            if (refusal instanceof HibernateException) {
                assertThat(result.findings()).as("findings for %s", word).isNotEmpty();
            }
        }
    }

    static List<CorpusModel> modelsOfOthers() {
        return Corpus.modelsOfOthers().stream().filter(ONLY).toList();
    }

    /** A line {@code // since} or {@code // until} that is not needed would hide a model. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("modelsOfOthers")
    void isNoModelOfThisHibernate(CorpusModel model) {
        Reading.Result result = Reading.of(model).in(model.dialects()).read();

        assertThat(result.compilation().status() != Compilation.Status.FAILURE
                        && result.findings().isEmpty()
                        && differences(result, model.settings()).isEmpty())
                .as("Hibernate %s has the model", Version.getVersionString())
                .isFalse();
    }

    private static List<String> differences(String dialect, SortedSet<String> actual, SortedSet<String> expected) {
        return Stream.concat(
                        expected.stream().filter(fact -> !actual.contains(fact)).map(fact -> dialect + " - " + fact),
                        actual.stream().filter(fact -> !expected.contains(fact)).map(fact -> dialect + " + " + fact))
                .toList();
    }
}
