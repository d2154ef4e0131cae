package dev.retort.commands.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void escapesWhatRfc8259Asks() {
        assertThat(Json.of("a \"b\" \\ \n\r\t\u0000\u001f é 😀"))
                .isEqualTo("\"a \\\"b\\\" \\\\ \\n\\r\\t\\u0000\\u001f é 😀\"");
    }

    @Test
    void escapesSurrogatesThatHaveNoPair() {
        assertThat(Json.of("\ud83d!\ude00")).isEqualTo("\"\\ud83d!\\ude00\"");
    }

    @Test
    void nests() {
        assertThat(Json.of(Map.of("list", List.of(1L, true, List.of(), Map.of()))))
                .isEqualTo("""
                {
                  "list": [
                    1,
                    true,
                    [],
                    {}
                  ]
                }""");
    }

    @Test
    void refusesWhatJsonHasNot() {
        assertThatThrownBy(() -> Json.of(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no value of JSON: ");
    }
}
