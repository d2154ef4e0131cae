package dev.retort.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexPartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name              | name     | false",
                "name desc         | name     | true",
                "name DESC         | name     | true",
                "name asc          | name     | false",
                "`first name`      | `first name` | false",
                "`first name` desc | `first name` | true",
                "`a(b)`            | `a(b)`   | false",
                "desc              | desc     | false",
                "name_desc         | name_desc | false"
            })
    void columns(String written, String column, boolean descending) {
        IndexPart part = IndexPart.of(written);
        assertThat(part.column()).hasValueSatisfying(name -> assertThat(name).hasToString(column));
        assertThat(part.expression()).isEmpty();
        assertThat(part.descending()).isEqualTo(descending);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lower(name)             | lower(name)      | false",
                "lower(name)desc         | lower(name)      | true",
                "lower(name) desc        | lower(name)      | true",
                "coalesce(a, `b`)       | coalesce(a, `b`) | false"
            })
    void expressions(String written, String expression, boolean descending) {
        IndexPart part = IndexPart.of(written);
        assertThat(part.column()).isEmpty();
        assertThat(part.expression()).isEqualTo(expression);
        assertThat(part.descending()).isEqualTo(descending);
    }

    @Test
    void nothingIsNoPart() {
        assertThatThrownBy(() -> IndexPart.of("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a name is blank");
    }

    @Test
    void anExpressionMentionsItsColumnsAndNoOthers() {
        IndexPart part = IndexPart.of("lower(name)");
        assertThat(part.mentions(Name.of("NAME"))).isTrue();
        assertThat(part.mentions(Name.of("am"))).isFalse();
        assertThat(IndexPart.of("name desc").mentions(Name.of("name"))).isTrue();
        assertThat(IndexPart.of("name desc").mentions(Name.of("nickname"))).isFalse();
    }
}
