package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        check of t a<=8)and(a>=2                                | check of t a>=2)and(a<=8
        key S T CHECK null ("A" <= 8)  AND ("A" >= 2)           | key S T CHECK null ("A" >= 2) AND ("A" <= 8)
        constraint t CHECK (((a <= 8) AND (a >= 2)))            | constraint t CHECK (((a >= 2) AND (a <= 8)))
        check t `a` <= 8 and `a` >= 2                           | check t `a` >= 2 and `a` <= 8
        check t `a` <= 8 and `a` >= 2 [c]                       | check t `a` >= 2 and `a` <= 8 [c]""")
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
        check t `a` <= 8 and `a` >= 2 [c]                       | check t `a` <= 8 and `a` >= 2 [d]
        check t `a` <= 8 and `a` >= 2                           | check t `a` <= 8""")
    void othersAreNot(String one, String other) {
        assertThat(CatalogueFacts.withCheckSorted(one)).isNotEqualTo(CatalogueFacts.withCheckSorted(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        @Index(name = "ix_a", columnList = "a")                                    | ix_a
        @UniqueConstraint(columnNames = {"a", "b"}, name = "uq_a")                 | uq_a
        @JoinColumn(name = "b", foreignKey = @ForeignKey(name = "fk_a"))           | fk_a
        @jakarta.persistence.CheckConstraint(name = "`ck_a`", constraint = "a > 0") | CK_A
        <unique-constraint name="uq_a"><column-name>a</column-name>                | uq_a""")
    void namesThatAreDeclaredStay(String text, String name) {
        TreeSet<String> facts = new TreeSet<>(List.of("key [" + name + "]", "key [other]", "key b"));

        assertThat(CatalogueFacts.named(facts, DeclaredNames.in(List.of(text))))
                .containsExactlyInAnyOrder("key [" + name + "]", "key", "key b");
    }
}
