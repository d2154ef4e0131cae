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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys and checks that come with a new column. All rows get its default, so what no two rows may share, and what no row may
 * hold, is asked for.
 */
class NewColumnsWithRowsTest {
    private static final String TABLE = ChangeWithRows.TABLE;
    private static final String NAME_AND_AGE =
            "uniqueConstraints = @UniqueConstraint(columnNames = {\"name\", \"age\"})";
    private static final String AGE_INDEX = "indexes = @Index(columnList = \"age\", unique = true)";
    private static final String DEFAULT_0 = "@ColumnDefault(\"0\") ";
    private static final List<String> TWO_ROWS = List.of("insert into users (id, name) values (1, 'a'), (2, 'a')");
    private static final List<String> NOTHING = List.of();
    private static final String AGES = "select id, age from users order by id";
    private static final String NAMES = "select id, name from users order by id";

    private static ChangeWithRows change(
            String name, String second, Map<String, String> choices, String query, List<String> upgraded) {
        return new ChangeWithRows(name, "String name;", second, choices, TWO_ROWS, NOTHING, query, upgraded, NOTHING);
    }

    static List<ChangeWithRows> asked() {
        return List.of(
                change(
                        "a unique key on a column with a default",
                        "String name; @Column(unique = true) " + DEFAULT_0 + "Integer age;",
                        Map.of("setApartUsersAge", "update users set age = id"),
                        AGES,
                        List.of("1|1", "2|2")),
                change(
                        "a unique key on a column with a default that is not null",
                        "String name; @Column(unique = true, nullable = false) " + DEFAULT_0 + "int age;",
                        Map.of("setApartUsersAge", "update users set age = id"),
                        AGES,
                        List.of("1|1", "2|2")),
                change(
                        "a unique index on a column with a default",
                        AGE_INDEX + TABLE + "String name; " + DEFAULT_0 + "Integer age;",
                        Map.of("setApartUsersAge", "update users set age = id"),
                        AGES,
                        List.of("1|1", "2|2")),
                change(
                        "a unique key on a column that was there and one with a default",
                        NAME_AND_AGE + TABLE + "String name; " + DEFAULT_0 + "Integer age;",
                        Map.of("setApartUsersNameAge", "update users set age = id where id > 1"),
                        AGES,
                        List.of("1|0", "2|2")),
                change(
                        "a unique key on a column that is chosen",
                        "String name; @Column(unique = true, nullable = false) int age;",
                        Map.of("valueOfUsersAge", "id + 5"),
                        AGES,
                        List.of("1|6", "2|7")),
                change(
                        "a unique key on a column that was there and one that is chosen",
                        NAME_AND_AGE + TABLE + "String name; @Column(nullable = false) int age;",
                        Map.of("valueOfUsersAge", "id + 5"),
                        AGES,
                        List.of("1|6", "2|7")),
                change(
                        "a check that a default breaks",
                        "String name; @Column(check = @CheckConstraint(name = \"ck_age\", constraint = \"age > 0\")) "
                                + DEFAULT_0 + "Integer age;",
                        Map.of("mendUsersCkAge", "update users set age = id"),
                        AGES,
                        List.of("1|1", "2|2")),
                change(
                        "a check that null breaks",
                        "String name; @Column(check = @CheckConstraint(name = \"ck_age\","
                                + " constraint = \"age is not null\")) Integer age;",
                        Map.of("mendUsersCkAge", "update users set age = 3"),
                        AGES,
                        List.of("1|3", "2|3")),
                change(
                        "a check of a column that is chosen",
                        "String name; @Column(nullable = false, check = @CheckConstraint(name = \"ck_age\","
                                + " constraint = \"age > 0\")) int age;",
                        Map.of("valueOfUsersAge", "4"),
                        AGES,
                        List.of("1|4", "2|4")),
                change(
                        "a foreign key of a column with a default",
                        "String name; @ManyToOne @ColumnDefault(\"5\") Team team;",
                        Map.of("adoptUsersTeamId", "update users set team_id = null"),
                        "select id, coalesce(team_id, 0) from users order by id",
                        List.of("1|0", "2|0")),
                // Nothing is asked on the way up.
                new ChangeWithRows(
                        "a unique key that has grown becomes smaller again",
                        "@Column(unique = true) String name;",
                        NAME_AND_AGE + TABLE + "String name; " + DEFAULT_0 + "Integer age;",
                        Map.of("setApartUsersName", "update users set name = null where id = 3"),
                        List.of("insert into users (id, name) values (1, 'a'), (2, 'b')"),
                        List.of("insert into users (id, name, age) values (3, 'a', 1)"),
                        NAMES,
                        List.of("1|a", "2|b", "3|a"),
                        List.of("1|a", "2|b", "3|null")),
                new ChangeWithRows(
                        "a unique key comes back with a column that has a default",
                        "String name; @Column(unique = true) " + DEFAULT_0 + "Integer age;",
                        "String name;",
                        Map.of("setApartUsersAge", "update users set age = id"),
                        List.of("insert into users (id, name, age) values (1, 'a', 1)"),
                        List.of("insert into users (id, name) values (2, 'b')"),
                        NAMES,
                        List.of("1|a", "2|b"),
                        List.of("1|a", "2|b")));
    }

    static List<ChangeWithRows> unasked() {
        return List.of(
                change(
                        "a unique key on a column without a default",
                        "String name; @Column(unique = true) Integer age;",
                        Map.of(),
                        NAMES,
                        List.of("1|a", "2|a")),
                change(
                        "a unique key on a column that was there and one without a default",
                        NAME_AND_AGE + TABLE + "String name; Integer age;",
                        Map.of(),
                        NAMES,
                        List.of("1|a", "2|a")),
                change(
                        "a unique key that has the primary key among its columns",
                        "uniqueConstraints = @UniqueConstraint(columnNames = {\"id\", \"age\"})" + TABLE
                                + "String name; " + DEFAULT_0 + "Integer age;",
                        Map.of(),
                        AGES,
                        List.of("1|0", "2|0")),
                new ChangeWithRows(
                        "a unique key that has another one's columns among its own",
                        "@Column(unique = true) String name;",
                        NAME_AND_AGE + TABLE + "@Column(unique = true) String name; " + DEFAULT_0 + "Integer age;",
                        Map.of(),
                        List.of("insert into users (id, name) values (1, 'a'), (2, 'b'), (3, null), (4, null)"),
                        NOTHING,
                        AGES,
                        List.of("1|0", "2|0", "3|0", "4|0"),
                        NOTHING),
                change(
                        "a check that a default satisfies",
                        "String name; @Column(check = @CheckConstraint(name = \"ck_age\", constraint = \"age >= 0\")) "
                                + DEFAULT_0 + "Integer age;",
                        Map.of(),
                        AGES,
                        List.of("1|0", "2|0")),
                change(
                        "checks that say nothing of null",
                        "String name; @Column(check = @CheckConstraint(name = \"ck_age\","
                                + " constraint = \"age > 0 and age < 150\")) Integer age;",
                        Map.of(),
                        NAMES,
                        List.of("1|a", "2|a")),
                change(
                        "an enumeration",
                        "String name; enum Mood { GOOD, BAD } @Enumerated(EnumType.STRING) Mood mood;"
                                + " @Enumerated(EnumType.ORDINAL) Mood number;"
                                + " @Enumerated(EnumType.STRING) @ColumnDefault(\"'BAD'\") Mood usual;",
                        Map.of(),
                        "select id, usual from users order by id",
                        List.of("1|BAD", "2|BAD")),
                change(
                        "a foreign key of a column without a default",
                        "String name; @ManyToOne Team team;",
                        Map.of(),
                        NAMES,
                        List.of("1|a", "2|a")));
    }

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void whatRowsCannotHaveIsAskedFor(ChangeWithRows change) throws Exception {
        change.succeeds(directory);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void withoutAnAnswerTheDatabaseRefuses(ChangeWithRows change) throws Exception {
        change.isRefusedWithoutAChoice(directory);
    }

    /** The migrations compile and apply as they are written. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("unasked")
    void whatRowsCanHaveIsNot(ChangeWithRows change) throws Exception {
        change.isDone(change.written(directory));
    }

    @Test
    void whoeverChoosesIsToldWhatIsAsked() throws Exception {
        ChangeWithRows change = change(
                "chosen",
                NAME_AND_AGE + TABLE
                        + "String name; @Column(nullable = false, check = @CheckConstraint(name = \"ck\","
                        + " constraint = \"age > 0\")) int age; @ManyToOne(optional = false) Team team;"
                        + " @Column(nullable = false) int plain;",
                Map.of(),
                NAMES,
                NOTHING);
        change.written(directory);
        assertThat(Files.readString(ChangeWithRows.file(directory))).contains("""
                        // users.age is not null and has no default: choose the SQL of its value in the rows that are there
                        // no two rows may be equal in (name, age)
                        // it has to satisfy the check age > 0
                        op.execute("update users set age = " + valueOfUsersAge);
                """, """
                        // users.plain is not null and has no default: choose the SQL of its value in the rows that are there
                        op.execute("update users set plain = " + valueOfUsersPlain);
                """, """
                        // users.team_id is not null and has no default: choose the SQL of its value in the rows that are there
                        // rows of teams that (team_id) refers to have to be there
                        op.execute("update users set team_id = " + valueOfUsersTeamId);
                """);
    }

    /** And so it is on the way back, where the column and its key went one after the other. */
    @Test
    void whoeverChoosesForTheDowngradeIsToldToo() throws Exception {
        new ChangeWithRows(
                        "back",
                        "String name; @Column(unique = true, nullable = false) int age;",
                        "String name;",
                        Map.of(),
                        NOTHING,
                        NOTHING,
                        NAMES,
                        NOTHING,
                        NOTHING)
                .written(directory);
        assertThat(Files.readString(ChangeWithRows.file(directory)))
                .contains("""
                        // users.age is not null and has no default: choose the SQL of its value in the rows that are there
                        // no two rows may be equal in (age)
                        op.execute("update users set age = " + valueOfUsersAge);
                """)
                .doesNotContain("setApart");
    }

    /** To Oracle two rows are equal when all that is there of them is: a null beside it tells nothing apart. */
    @ParameterizedTest
    @ValueSource(strings = {"oracle", "sqlserver"})
    void whatANullTellsApart(String dialect) throws Exception {
        WrittenMigrations migrations = new WrittenMigrations(directory, List.of(dialect));
        migrations.write(ChangeWithRows.model("String name;"), "First");
        String single =
                migrations.write(ChangeWithRows.model("String name; @Column(unique = true) Integer number;"), "Second");
        assertThat(single).contains("\"number\"").doesNotContain("setApart");
        String composite = migrations.write(
                ChangeWithRows.model(
                        NAME_AND_AGE + TABLE + "String name; @Column(unique = true) Integer number; Integer age;"),
                "Third");
        assertThat(composite.contains("op.execute(setApartUsersNameAge);")).isEqualTo(dialect.equals("oracle"));
    }
}
