package dev.retort.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that only looks different is no drift; text that says something else is. */
class SqlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "height > 0; height>0",
                "height > 0; ~height\n\t>   0~",
                "height > 0; HEIGHT > 0",
                "height > 0; (height > 0)",
                "height > 0 and width > 0; ( height > 0 AND width > 0 )",
                "height > 0; \"height\" > 0",
                "height > 0; `height` > 0",
                "height > 0; [height] > 0",
                "\"Height\" > 0; `Height` > 0",
                "\"Height\" > 0; [Height] > 0",
                "\"two words\" > 0; `two words` > 0",
                "state in ('A', 'B'); state IN('A','B')",
                "length(name) > 2; length ( name ) > 2",
                "'it''s'; ('it''s')",
                "a [1] > 0; a[1] > 0"
            })
    void saysTheSame(String some, String other) {
        assertThat(SqlText.same(some, other)).isTrue();
        assertThat(SqlText.same(other, some)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "height > 0; height >= 0",
                "height > 0; height > 00",
                "height > 0; weight > 0",
                "height > 0; \"Height\" > 0",
                "state = 'a'; state = 'A'",
                "state = 'a b'; state = 'a  b'",
                "state = 'a b'; state = 'ab'",
                "state = '(a)'; state = 'a'",
                "state = 'a'; state = \"a\"",
                "'two words'; ~'two\nwords'~",
                "a or b and c; (a or b) and c",
                "(a) and (b); a) and (b",
                "not null; notnull",
                "is null; isnull",
                "'it''s'; 'its'",
                "a[1] > 0; a[2] > 0",
                "a[b] > 0; a b > 0"
            })
    void saysSomethingElse(String some, String other) {
        assertThat(SqlText.same(some, other)).isFalse();
        assertThat(SqlText.same(other, some)).isFalse();
    }
}
