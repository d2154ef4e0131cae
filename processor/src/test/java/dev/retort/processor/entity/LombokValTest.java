package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LombokValTest {

    @Test
    void isFinalVar() {
        assertThat(LombokVal.inJava("""
                        import lombok.val;
                        class A { void a() { val one = 1; final val two = 2; lombok.val three = one; for (val four : list()) {} } }
                        """)).isEqualTo("""
                        import lombok.val;
                        class A { void a() { final var one = 1; final var two = 2; final var three = one; for (final var four : list()) {} } }
                        """);
    }

    @Test
    void commentsAndLiteralsStay() {
        String source = """
                import lombok.*;
                class A {
                  // val a = 1;
                  /* val b = 2; */
                  String c = "\\" val c = 3;", d = \"""
                    " val d = 4;\""";
                  char e = '"', f = '\\'';
                  int val = 5, interval = val;
                }
                """;

        assertThat(LombokVal.inJava(source)).isEqualTo(source);
        assertThat(LombokVal.inJava(source.replace("int val = 5", "val g = 5; int val = 5")))
                .isEqualTo(source.replace("int val = 5", "final var g = 5; int val = 5"));
    }

    @Test
    void somebodyElsesValStays() {
        String source = "import app.val; class A { val a = null; }";

        assertThat(LombokVal.inJava(source)).isEqualTo(source);
    }
}
