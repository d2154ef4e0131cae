package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The negative twin of {@link OracleTest}: a model that differs from Hibernate's in one fact is seen to differ, in every
 * dialect that has the fact, and in nothing else.
 */
class OracleSeesTest {
    private static final List<String> DIALECTS =
            List.of("sqlite", "h2", "postgresql", "mariadb", "mysql", "sqlserver", "oracle", "db2");

    private static final String MODEL = """
            package app;

            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import org.hibernate.annotations.*;

            @Entity
            @jakarta.persistence.Table(
                    name = "bills",
                    uniqueConstraints = @UniqueConstraint(name = "uq_bills", columnNames = {"area", "code"}),
                    indexes = @Index(name = "ix_bills", columnList = "code, amount desc"),
                    check = @CheckConstraint(name = "ck_bills", constraint = "amount > 0"))
            class Bill {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bills_seq")
                @SequenceGenerator(name = "bills_seq", sequenceName = "bills_seq", initialValue = 5, allocationSize = 20)
                Long id;

                @Column(length = 40, nullable = false)
                @Comment("what it is called")
                String code;

                @Column(precision = 12, scale = 3)
                @ColumnDefault("7")
                BigDecimal amount;

                @Column(nullable = false)
                int area;

                @ManyToOne
                @OnDelete(action = OnDeleteAction.CASCADE)
                @JoinColumn(name = "previous", foreignKey = @ForeignKey(name = "fk_previous"))
                Bill previous;
            }
            """;

    private static Reading.Result model;

    @BeforeAll
    static void read() {
        model = Reading.of(MODEL).in(DIALECTS).read();
        assertThat(model.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "length = 40, ; length = 41, ; 8",
                "scale = 3; scale = 2; 8",
                "length = 40, nullable = false; length = 40; 8",
                "int area; long area; 8",
                "\"area\", \"code\"; \"code\", \"area\"; 8",
                "code, amount desc; amount desc, code; 8",
                "code, amount desc; code, amount; 8",
                "amount > 0; amount >= 0; 8",
                "ColumnDefault(\"7\"); ColumnDefault(\"8\"); 8",
                "OnDeleteAction.CASCADE; OnDeleteAction.NO_ACTION; 8",
                "name = \"previous\"; name = \"prior\"; 8",
                "allocationSize = 20; allocationSize = 30; 6",
                "initialValue = 5; initialValue = 6; 8",
                "what it is called; how it is called; 7",
                "name = \"bills\"; name = \"bill\"; 8"
            })
    void oneFactThatDiffers(String text, String replacement, int dialects) {
        assertThat(MODEL).containsOnlyOnce(text);
        Reading.Result other =
                Reading.of(MODEL.replace(text, replacement)).in(DIALECTS).read();
        assertThat(other.findings()).isEmpty();

        List<String> differences = OracleTest.differences(model, other, Map.of());

        Map<String, Integer> byDialect = new TreeMap<>();
        differences.forEach(line -> byDialect.merge(line.substring(0, line.indexOf(' ')), 1, Integer::sum));
        assertThat(byDialect.keySet()).as(String.join("\n", differences)).hasSize(dialects);
    }
}
