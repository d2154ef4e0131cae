package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
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

    static List<ProofModel.Untried> lines() {
        return ProofModel.sample(ProofModel.exceptions());
    }

    @Test
    void eachIsOfAModelThatIsThereAndGivesOneOfTheReasons() {
        assertThat(ProofModel.exceptions())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSorted()
                .allSatisfy(line -> {
                    assertThat(MODELS).containsKey(line.model());
                    assertThat(ProofModel.DIALECTS).contains(line.dialect());
                    assertThat(Set.of(HIBERNATE, UNSUPPORTED, LIMIT)).anyMatch(line.reason()::startsWith);
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void isNeeded(ProofModel.Untried line, @TempDir Path directory) throws Exception {
        ProofModel model = MODELS.get(line.model());
        List<String> dialect = List.of(line.dialect());
        if (line.reason().startsWith(HIBERNATE)) {
            CompiledModel compiled = new CompiledModel(Javac.withoutProcessors(model.sources()), model.settings());
            try (ProofDatabase database = ProofDatabase.of(line.dialect(), model);
                    var hibernate = compiled.boot(database.url(), database.hibernateDialect())) {
                assertThat(database.create(hibernate.creation()))
                        .anySatisfy(refusal ->
                                assertThat(refusal).contains(line.reason().substring(HIBERNATE.length())));
            }
        } else if (line.reason().startsWith(UNSUPPORTED)) {
            WrittenMigrations migrations =
                    new WrittenMigrations(directory, List.of(ProofDatabase.declared(line.dialect())));
            migrations.write(model, "First");
            Compilation compilation = migrations.compile(model);
            assertThat(Javac.messages(compilation))
                    .contains("[UnsupportedOperation]", line.reason().substring(UNSUPPORTED.length()));
        } else {
            assertThatThrownBy(() -> new Proof(directory, dialect).fromNothing(model))
                    .as(line.toString())
                    .isNotNull();
        }
    }
}
