package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        check of t a<=8)and(a>=2                                | check of t a>=2)and(a<=8
        key S T CHECK null ("A" <= 8)  AND ("A" >= 2)           | key S T CHECK null ("A" >= 2) AND ("A" <= 8)
        constraint t CHECK (((a <= 8) AND (a >= 2)))            | constraint t CHECK (((a >= 2) AND (a <= 8)))
        check t `a` <= 8 and `a` >= 2                           | check t `a` >= 2 and `a` <= 8""")
    void conditionsThatAreJoinedInAnotherOrderAreTheSame(String one, String other) {
        assertThat(CatalogueFacts.withCheckSorted(one)).isEqualTo(CatalogueFacts.withCheckSorted(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        check of t a<=8)and(a>=2                                | check of t a>=8)and(a<=2
        check of t a<=8)and(a>=2                                | check of s a<=8)and(a>=2
        key S T CHECK null ("A" <= 8) AND ("A" >= 2)            | key S T CHECK null ("A" <= 2) AND ("A" >= 8)
        constraint t CHECK (((a <= 8) AND (a >= 2)))            | constraint t CHECK (((a <= 8) OR (a >= 2)))
        check t `a` <= 8 and `a` >= 2                           | check t `a` <= 8 and `b` >= 2
        check t `a` <= 8 and `a` >= 2                           | check t `a` <= 8""")
    void othersAreNot(String one, String other) {
        assertThat(CatalogueFacts.withCheckSorted(one)).isNotEqualTo(CatalogueFacts.withCheckSorted(other));
    }
}
