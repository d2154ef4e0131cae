package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A unique index on expressions: rows that are not equal may be equal in what an expression makes of them. */
class UniqueExpressionsWithRowsTest {
    private static final String TABLE = ChangeWithRows.TABLE;
    private static final List<String> NOTHING = List.of();
    private static final String NAMES = "select id, name from users order by id";

    private static String index(String parts) {
        return "indexes = @Index(name = \"ux\", columnList = \"" + parts + "\", unique = true)" + TABLE;
    }

    private static ChangeWithRows change(
            String name, String first, String second, Map<String, String> choices, List<String> upgraded) {
        return new ChangeWithRows(
                        name,
                        first,
                        second,
                        choices,
                        List.of("insert into users (id, name) values (1, 'a'), (2, 'A')"),
                        NOTHING,
                        NAMES,
                        upgraded,
                        NOTHING)
                .only("sqlite", "postgresql");
    }

    static List<ChangeWithRows> asked() {
        return List.of(
                change(
                        "an expression on a column that was there",
                        "String name;",
                        index("(lower(name))") + "String name;",
                        Map.of("setApartUsersName", "update users set name = 'b' where id = 2"),
                        List.of("1|a", "2|b")),
                change(
                        "an expression on a column with a default",
                        "String name;",
                        index("(abs(age))") + "String name; @ColumnDefault(\"1\") int age;",
                        Map.of("setApartUsersAge", "update users set age = id"),
                        List.of("1|a", "2|A")),
                change(
                        "an expression beside a column",
                        "String name; String town;",
                        index("(lower(name)), town")
                                + "String name; @ColumnDefault(\"'x'\") String place; String town;",
                        Map.of("setApartUsersNameTown", "update users set town = 't', name = name || id"),
                        List.of("1|a1", "2|A2")),
                change(
                        "an expression on a column that is chosen",
                        "String name;",
                        index("(abs(age))") + "String name; @Column(nullable = false) int age;",
                        Map.of("valueOfUsersAge", "id"),
                        List.of("1|a", "2|A")));
    }

    static List<ChangeWithRows> unasked() {
        return List.of(
                change(
                        "an expression beside the primary key",
                        "String name;",
                        index("(lower(name)), id") + "String name;",
                        Map.of(),
                        List.of("1|a", "2|A")),
                change(
                        "another name",
                        index("(upper(name) || id)").replace("ux", "uy") + "String name;",
                        index("(upper(name) || id)") + "String name;",
                        Map.of(),
                        List.of("1|a", "2|A")));
    }

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void whatRowsMayBeEqualInIsAskedFor(ChangeWithRows change) throws Exception {
        change.succeeds(directory);
    }

    /** They compile and apply as they are written. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("unasked")
    void whatTellsRowsApartIsNot(ChangeWithRows change) throws Exception {
        change.isDone(change.written(directory));
    }

    @Test
    void withoutAnAnswerTheDatabaseRefuses() throws Exception {
        asked().get(0).isRefusedWithoutAChoice(directory);
    }

    @Test
    void theExpressionIsSaid() throws Exception {
        asked().get(2).written(directory);
        assertThat(Files.readString(ChangeWithRows.file(directory))).contains("""
                        // rows of users may be equal in ((lower(name)), town): choose the statement that sets them apart,
                        // or delete this line where none are
                        op.execute(setApartUsersNameTown);
                """);
    }

    @Test
    void whoeverChoosesAValueIsToldOfTheExpression() throws Exception {
        asked().get(3).written(directory);
        assertThat(Files.readString(ChangeWithRows.file(directory))).contains("""
                        // users.age is not null and has no default: choose the SQL of its value in the rows that are there
                        // no two rows may be equal in ((abs(age)))
                """);
    }
}
