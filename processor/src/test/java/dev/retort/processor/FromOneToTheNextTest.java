package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The migration from each model to the one after it, on every database that can carry both. */
class FromOneToTheNextTest {

    /** Two models in a row. */
    record Pair(ProofModel first, ProofModel second) {
        @Override
        public String toString() {
            return first + " to " + second;
        }
    }

    /**
     * From REVINFO to revinfo. To SQLite that is one name, and the table keeps it as it was written first; Hibernate's
     * validation looks for it as the model writes it.
     */
    private static final String OTHER_CASE =
            ProofModel.CORPUS + "envers_inheritance to " + ProofModel.CORPUS + "envers_naming_of_persistence_xml";

    /** In the second model the database numbers a column that it did not number in the first: no operation says so. */
    private static final Set<String> UNDECIDED = Set.of();

    static List<Pair> pairs() {
        List<ProofModel> models = ProofModel.chosen();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < models.size(); i++) {
            if (!ProofModel.dialects(models.get(i - 1), models.get(i)).isEmpty()) {
                pairs.add(new Pair(models.get(i - 1), models.get(i)));
            }
        }
        return ProofModel.sample(pairs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void leadsToTheNextAndBack(Pair pair, @TempDir Path directory) throws Exception {
        List<String> dialects = new ArrayList<>(ProofModel.dialects(pair.first(), pair.second()));
        if (pair.toString().equals(OTHER_CASE) && dialects.remove("sqlite")) {
            Proof onSqlite = new Proof(Files.createDirectory(directory.resolve("sqlite")), List.of("sqlite"));
            assertThatThrownBy(() -> onSqlite.fromOneToTheNext(pair.first(), pair.second()))
                    .hasMessageContaining("validation: missing table [revinfo]");
        }
        assertThat(new Proof(Files.createDirectory(directory.resolve("all")), dialects)
                        .fromOneToTheNext(pair.first(), pair.second()))
                .isNotEqualTo(UNDECIDED.contains(pair.toString()));
    }
}
