package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.MigrationException;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types that have no room for some of the rows: these get the value that is chosen, all others keep theirs. */
class NarrowTypesWithRowsTest {
    /** What becomes of a fraction that nobody was asked about: it is rounded, or cut. */
    private static final Map<String, String> FRACTIONS = Map.of(
            "h2", "1|rounded,2|kept,3|null",
            "postgresql", "1|rounded,2|kept,3|null",
            "mariadb", "1|kept,2|kept,3|null");

    private static final String REFUSED = "refused";
    private static final Pattern FILL =
            Pattern.compile("\"update users set \\w+ = \"\\s*\\+\\s*narrowed\\w+(?:\\s*\\+\\s*\"[^\"]*\")?");

    /** @param left what each database does with the rows where nothing is chosen: refuses, or has this in them */
    record Narrowing(ChangeWithRows change, Map<String, String> left) {
        @Override
        public String toString() {
            return change.name();
        }
    }

    private static ChangeWithRows change(
            String name, String first, String second, String chosen, String rows, String query, String... narrowed) {
        String column = second.replaceAll(".* (\\w)(\\w*);", "$1$2");
        String variable =
                "narrowedUsers" + column.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + column.substring(1);
        return new ChangeWithRows(
                name,
                first,
                second,
                Map.of(variable, chosen),
                List.of("insert into users (id, " + column + ") values " + rows),
                List.of(),
                query,
                List.of(narrowed),
                List.of(narrowed));
    }

    private static Map<String, String> left(String sqlite, String h2, String postgresql, String mariadb) {
        return Map.of("sqlite", sqlite, "h2", h2, "postgresql", postgresql, "mariadb", mariadb);
    }

    static Stream<Narrowing> narrowings() {
        return Stream.of(
                new Narrowing(
                        change(
                                "a whole number",
                                "Long amount;",
                                "Integer amount;",
                                "2147483647",
                                "(1, 5000000000), (2, -2147483648), (3, -2147483649), (4, null)",
                                "select id, amount from users order by id",
                                "1|2147483647",
                                "2|-2147483648",
                                "3|2147483647",
                                "4|null"),
                        left("1|5000000000,2|-2147483648,3|-2147483649,4|null", REFUSED, REFUSED, REFUSED)),
                new Narrowing(
                        change(
                                "a small whole number",
                                "Integer amount;",
                                "Short amount;",
                                "32767",
                                "(1, 32768), (2, -32768)",
                                "select id, amount from users order by id",
                                "1|32767",
                                "2|-32768"),
                        left("1|32768,2|-32768", REFUSED, REFUSED, REFUSED)),
                new Narrowing(
                        change(
                                "a number with fewer digits before the point",
                                "@Column(precision = 10, scale = 2) java.math.BigDecimal price;",
                                "@Column(precision = 6, scale = 2) java.math.BigDecimal price;",
                                "9999.99",
                                "(1, 10000), (2, -10000), (3, 9999.98)",
                                "select id, case when price = 9999.99 then 'chosen' when price = 9999.98 then 'kept'"
                                        + " else 'large' end from users order by id",
                                "1|chosen",
                                "2|chosen",
                                "3|kept"),
                        left("1|large,2|large,3|kept", REFUSED, REFUSED, REFUSED)),
                new Narrowing(
                        change(
                                "a number with fewer digits behind the point",
                                "@Column(precision = 10, scale = 4) java.math.BigDecimal price;",
                                "@Column(precision = 10, scale = 2) java.math.BigDecimal price;",
                                "7",
                                "(1, 1.2345), (2, 2.25)",
                                "select id, case when price = 7 then 'chosen' when price = 2.25 then 'kept'"
                                        + " when price = 1.23 then 'cut' else 'fine' end from users order by id",
                                "1|chosen",
                                "2|kept"),
                        left("1|fine,2|kept", "1|cut,2|kept", "1|cut,2|kept", "1|cut,2|kept")),
                new Narrowing(
                        change(
                                "a number with fewer digits on both sides",
                                "@Column(precision = 10, scale = 4) java.math.BigDecimal price;",
                                "@Column(precision = 4, scale = 2) java.math.BigDecimal price;",
                                "7",
                                "(1, 99.999), (2, 100), (3, 99.99)",
                                "select id, case when price = 7 then 'chosen' when price = 99.99 then 'kept'"
                                        + " else 'large' end from users order by id",
                                "1|chosen",
                                "2|chosen",
                                "3|kept"),
                        left("1|large,2|large,3|kept", REFUSED, REFUSED, REFUSED)),
                // Bytes of SQLite and PostgreSQL have no length.
                new Narrowing(
                        change(
                                        "bytes",
                                        "@Column(length = 200) byte[] data;",
                                        "@Column(length = 5) byte[] data;",
                                        "substring(data, 1, 2)",
                                        "(1, X'010203040506'), (2, X'0102030405')",
                                        "select id, length(data) from users order by id",
                                        "1|2",
                                        "2|5")
                                .only("h2", "mariadb"),
                        Map.of("h2", REFUSED, "mariadb", REFUSED)),
                new Narrowing(
                        change(
                                "text that becomes a number",
                                "String code;",
                                "Integer code;",
                                "case when id = 1 then '0' else code end",
                                "(1, 'abc'), (2, '12')",
                                "select id, code from users order by id",
                                "1|0",
                                "2|12"),
                        left("1|abc,2|12", REFUSED, REFUSED, REFUSED)),
                // SQLite has one type for times of every precision.
                new Narrowing(
                        change(
                                        "the second's fraction",
                                        "java.time.LocalDateTime seen;",
                                        "@Column(secondPrecision = 0) java.time.LocalDateTime seen;",
                                        "'2024-05-05 05:05:05'",
                                        "(1, '2024-01-01 10:00:00.7'), (2, '2024-01-01 10:00:00'), (3, null)",
                                        SEEN,
                                        "1|chosen",
                                        "2|kept",
                                        "3|null")
                                .only("h2", "postgresql", "mariadb"),
                        FRACTIONS),
                new Narrowing(
                        change(
                                        "a part of the second's fraction, in a time zone",
                                        "java.time.Instant seen;",
                                        "@Column(secondPrecision = 1) java.time.Instant seen;",
                                        "'2024-05-05 05:05:05'",
                                        "(1, '2024-01-01 10:00:00.97'), (2, '2024-01-01 10:00:00.9'), (3, null)",
                                        SEEN.replace("10:00:00'", "10:00:00.9'"),
                                        "1|chosen",
                                        "2|kept",
                                        "3|null")
                                .only("h2", "postgresql", "mariadb"),
                        FRACTIONS),
                new Narrowing(
                        change(
                                        "the fraction of a time",
                                        "@Column(secondPrecision = 6) java.time.LocalTime opens;",
                                        "@Column(secondPrecision = 0) java.time.LocalTime opens;",
                                        "'05:05:05'",
                                        "(1, '10:00:00.7'), (2, '10:00:00'), (3, null)",
                                        SEEN.replace("seen", "opens").replaceAll("2024-..-.. ", ""),
                                        "1|chosen",
                                        "2|kept",
                                        "3|null")
                                .only("h2", "postgresql", "mariadb"),
                        FRACTIONS));
    }

    private static final String SEEN = "select id, case when seen = '2024-05-05 05:05:05' then 'chosen'"
            + " when seen = '2024-01-01 10:00:00' then 'kept' when seen = '2024-01-01 10:00:01' then 'rounded'"
            + " when seen is null then 'null' else 'whole' end from users order by id";

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("narrowings")
    void onlyRowsThatDoNotFitGetTheChosenValue(Narrowing narrowing) throws Exception {
        narrowing.change().succeeds(directory);
    }

    /** What it is asked for: the database refuses the rows, or changes them without a word. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("narrowings")
    void withoutIt(Narrowing narrowing) throws Exception {
        ChangeWithRows change = narrowing.change();
        WrittenMigrations migrations = change.written(directory);
        Path file = ChangeWithRows.file(directory);
        String source = Files.readString(file);
        String unfilled = FILL.matcher(source).replaceAll("\"delete from teams\"");
        assertThat(unfilled).isNotEqualTo(source).doesNotContain(" narrowed");
        Files.writeString(file, unfilled);
        MigrationRegistry registry = change.compiled(migrations);
        for (String dialect : change.dialects()) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = change.withRows(database, registry);
                assertThat(left(migrator, database, change.query()))
                        .as(dialect)
                        .isEqualTo(narrowing.left().get(dialect));
            }
        }
    }

    private static String left(Migrator migrator, ProofDatabase database, String query) throws Exception {
        try {
            migrator.upgrade();
        } catch (MigrationException refused) {
            return REFUSED;
        }
        return String.join(",", database.ours().rows(query));
    }

    /** The other way round every value fits. */
    @Test
    void nothingIsAskedWhereATypeGrows() throws Exception {
        ChangeWithRows change = new ChangeWithRows(
                "wider",
                "Integer amount; @Column(precision = 6, scale = 2) java.math.BigDecimal price;"
                        + " @Column(length = 5) byte[] data; @Column(secondPrecision = 0) java.time.LocalDateTime seen;",
                "Long amount; @Column(precision = 10, scale = 4) java.math.BigDecimal price;"
                        + " @Column(length = 200) byte[] data; java.time.LocalDateTime seen;",
                Map.of(),
                List.of("insert into users (id, amount, price, seen) values (1, 7, 1.25, '2024-01-01 10:00:00')"),
                List.of(),
                "select id, amount from users",
                List.of("1|7"),
                List.of());
        change.written(directory);
        String source = Files.readString(ChangeWithRows.file(directory));
        String upgrade = source.substring(0, source.indexOf("void downgrade"));
        assertThat(upgrade).contains("bigint()", "numeric(10, 4)", "varbinary(200)", "timestamp(6)");
        assertThat(upgrade).doesNotContain("narrowed");
    }
}
