package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.hibernate.HibernateException;

/** Models that nobody thought of, each in one of the dialects in turn. Where Hibernate refuses one, so must we. */
class RandomModelsTest {
    private static int turn;
    private static int refused;

    @Provide
    Arbitrary<RandomModel> models() {
        return RandomModel.any();
    }

    /** Those that Hibernate refuses are no comparison. */
    @AfterContainer
    static void atLeastThreeHundredWereCompared() {
        assertThat(turn - refused).as("%s of %s were refused", refused, turn).isGreaterThanOrEqualTo(300);
    }

    @Property(tries = 380, edgeCases = EdgeCasesMode.NONE)
    void equalHibernate(@ForAll("models") RandomModel model) {
        Reading.Result result = Reading.of(model.sources().toArray(String[]::new))
                .in(Corpus.DIALECTS.get(turn++ % Corpus.DIALECTS.size()))
                .read();

        assertThat(result.compilation().status()).isNotEqualTo(Compilation.Status.FAILURE);
        List<String> differences;
        try {
            differences = OracleTest.differences(result, Map.of());
        } catch (HibernateException e) {
            refused++;
            assertThat(refused)
                    .as("of %s models Hibernate refuses too many: %s", turn, e)
                    .isLessThan(20 + turn / 5);
            assertThat(result.findings()).as(e.toString()).isNotEmpty();
            return;
        }
        assertThat(result.findings()).isEmpty();
        assertThat(differences).isEmpty();
    }
}
