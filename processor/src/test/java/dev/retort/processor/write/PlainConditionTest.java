package dev.retort.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is plain of a row whose {@code a} is given, and of whose {@code b} nothing is known. */
class PlainConditionTest {

    @ParameterizedTest(name = "{0} holds for {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "a >= 0; 0; true",
                "a>=0; 0; true",
                "(a >= 0); 0; true",
                "a > 0; 0; false",
                "a < 10; 9.5; true",
                "a < 10; 10; false",
                "a <= 10; 10.0; true",
                "a <= 10; 11; false",
                "a = 3; 3.0; true",
                "a = 3; 4; false",
                "a <> 3; 4; true",
                "a != 3; 3; false",
                "a > -5; -4; true",
                "\"a\" >= 0; 0; true",
                "a >= 0; null; true",
                "a between 0 and 2; 2; true",
                "a between 0 and 2; 3; false",
                "a between 0 and 2; null; true",
                "a in ('X', 'Y'); 'Y'; true",
                "a in ('X', 'Y'); 'Z'; false",
                "a in ('X', 'Y'); NULL; true",
                "a = 'X'; 'X'; true",
                "a > 'W'; 'X'; false",
                "a <> 'W'; 'X'; false",
                "a >= 0 and a <= 150; 0; true",
                "(a >= 0) and (a <= 150); 0; true",
                "a >= 0 AND a <= 150; 151; false",
                "a >= 0 and a <= 150; null; true",
                "a >= 0 and b >= 0; 0; false",
                "a >= 0 or b >= 0; 0; false",
                "a >= 0 and not a <= 150; 0; false",
                "not a > 0; 1; false",
                "not a between 0 and 2; 1; false",
                "a is not null; null; false",
                "coalesce(a, 0) > 0; null; false",
                "length(a) > 0; null; false",
                "b >= 0; 0; false",
                "a >= b; 0; false",
                "a >= 0; now(); false",
                "a >= 0; true; false",
            })
    void holds(String condition, String value, boolean expected) {
        assertThat(PlainCondition.holds(
                        condition,
                        subject -> subject.replace("\"", "").equals("a") ? Optional.of(value) : Optional.empty()))
                .isEqualTo(expected);
    }
}
