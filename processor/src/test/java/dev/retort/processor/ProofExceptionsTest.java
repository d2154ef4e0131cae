package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of {@code fixedpoint.txt} say what is so: each one goes when it is no longer needed. */
class ProofExceptionsTest {
    private static final String HIBERNATE = "Hibernate's own statement fails: ";
    private static final String UNSUPPORTED = "UnsupportedOperation: ";
    private static final String LIMIT = "limit: ";

    private static final Map<String, ProofModel> MODELS =
            ProofModel.all().stream().collect(Collectors.toMap(ProofModel::name, model -> model));

    /** Those whose SQL of several databases stands side by side, and the models that prove what is in them. */
    private static final Map<String, Set<String>> PROVEN_BY_OTHERS = Map.of(
            "corpus collate_and_comment",
            Set.of("corpus collations_of_sqlite", "corpus collations_of_postgresql", "corpus comments_everywhere"),
            "corpus collations",
            Set.of("corpus collations_of_sqlite", "corpus collations_of_postgresql", "corpus collations_of_mariadb"),
            "corpus column_defaults",
            Set.of("corpus column_defaults_without_options"),
            "corpus sequence_generators",
            Set.of("corpus sequence_generators_without_options"),
            "corpus soft_delete_strategies",
            Set.of("corpus soft_delete_without_options"));

    static List<Untried> lines() {
        return ProofModel.sample(Untried.lines()).stream()
                .filter(line -> !line.isOfOthersModel())
                .toList();
    }

    @Test
    void eachIsOfAModelThatIsThereAndGivesOneOfTheReasons() {
        assertThat(Untried.lines())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSorted()
                .allSatisfy(line -> {
                    assertThat(MODELS.containsKey(line.model()) || line.isOfOthersModel())
                            .isTrue();
                    assertThat(ProofModel.DIALECTS).contains(line.dialect());
                    assertThat(Set.of(HIBERNATE, UNSUPPORTED, LIMIT)).anyMatch(line.reason()::startsWith);
                });
    }

    @Test
    void eachModelIsProvenOnADatabaseOrByOthers() {
        assertThat(ProofModel.all())
                .filteredOn(model -> ProofModel.dialects(model).isEmpty())
                .extracting(ProofModel::name)
                .containsExactlyInAnyOrderElementsOf(PROVEN_BY_OTHERS.keySet());
        assertThat(PROVEN_BY_OTHERS.values())
                .allSatisfy(others -> assertThat(others)
                        .allSatisfy(other -> assertThat(ProofModel.dialects(MODELS.get(other)))
                                .isNotEmpty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void isNeededWithTheVersionsThatItNames(Untried line, @TempDir Path directory) throws Exception {
        String reason = line.reason().replaceFirst("^[^:]+: ", "");
        if (line.isOfThisVersion()) {
            assertThat(said(line, directory)).contains(reason);
        } else {
            assertThat(said(line, directory)).doesNotContain(reason);
        }
    }

    private static String said(Untried line, Path directory) throws Exception {
        ProofModel model = MODELS.get(line.model());
        if (line.reason().startsWith(HIBERNATE)) {
            return Refusals.of(model, line.dialect(), directory);
        }
        if (line.reason().startsWith(UNSUPPORTED)) {
            WrittenMigrations migrations =
                    new WrittenMigrations(directory, List.of(ProofDatabase.declared(line.dialect())));
            migrations.write(model, "The first revision");
            String messages = Javac.messages(migrations.compile(model));
            return messages.contains("[UnsupportedOperation]") ? messages : "";
        }
        Throwable failure = catchThrowable(() -> new Proof(directory, List.of(line.dialect())).fromNothing(model));
        return failure == null ? "" : line.reason();
    }
}
