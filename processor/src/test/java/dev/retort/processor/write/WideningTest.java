package dev.retort.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What allows more for certain needs no look at the rows. */
class WideningTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', delimiter = ';', textBlock = """
            color between 0 and 2; color between 0 and 3
            color between 0 and 2; (color between 0 and 2)
            dtype in ('A','B'); dtype in ('C', 'B', 'A')
            (dtype in ('A')); ((dtype in ('A','it''s, B')))
            n in (1,2); n in (1,2,3)
            """)
    void allowsMore(String before, String after) {
        assertThat(Widening.of(before, after)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', delimiter = ';', textBlock = """
            color between 0 and 3; color between 0 and 2
            color between 0 and 2; colour between 0 and 3
            color between 0 and 2; color between 1 and 3
            dtype in ('A','B'); dtype in ('A','C')
            not x in (1); not x in (1, 2)
            a = 1 or x in (1); a = 1 or x in (1, 2)
            a > 1; a > 0
            (a = 1) or (b = 1); a = 1) or (b = 1
            """)
    void doesNot(String before, String after) {
        assertThat(Widening.of(before, after)).isFalse();
    }
}
