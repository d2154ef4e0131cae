package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Retort reads of a large model is what Hibernate creates for it. */
class LargeModelTest {

    @Test
    void equalsHibernateInEveryDialect() {
        Reading.Result result = Reading.of(LargeModel.sources().toArray(String[]::new))
                .in(Corpus.DIALECTS)
                .read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.dialects()).hasSize(8);
        // Eight entities an area, of them two views, one of which has DDL; and the table of the prices.
        assertThat(result.schema("h2").tables()).hasSize(182);
        assertThat(result.schema("h2").objects()).hasSize(26);
        assertThat(OracleTest.differences(result, Map.of())).isEmpty();
    }
}
