package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Written migrations go up and down on tables with rows, as soon as someone has chosen what only they can know. */
class RowsSurviveTest {
    private static final String NO_TEAM = "update users set team_id = null where team_id not in (select id from teams)";
    private static final String NOT_NEGATIVE = "update users set age = 0 where age < 0";
    private static final String NUMBERED = "update users set name = concat('n', id) where id > 1";

    /** An enumeration that has a name: Hibernate has no such type for SQLite and MariaDB, and takes a domain on H2. */
    private static final String NAMED =
            "@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) ";

    private static final String[] WITH_NAMED_ENUMS =
            HibernateVersion.isAtLeast("7.3") ? new String[] {"postgresql", "h2"} : new String[] {"postgresql"};

    private static String mood(String values, String annotation) {
        return "enum Mood { " + values + " } @Enumerated(EnumType.STRING) " + annotation + "Mood mood;";
    }

    private static final List<ChangeWithRows> CHANGES = List.of(
            new ChangeWithRows(
                    "a column that is not null is added",
                    "String name;",
                    "String name; @Column(nullable = false) int age;",
                    Map.of("valueOfUsersAge", "7"),
                    List.of("insert into users (id, name) values (1, 'a')"),
                    List.of("insert into users (id, name, age) values (2, 'b', 8)"),
                    "select id, name from users order by id",
                    List.of("1|a", "2|b"),
                    List.of("1|a", "2|b")),
            new ChangeWithRows(
                    "a column that was not null is dropped",
                    "String name; @Column(nullable = false) int age;",
                    "String name;",
                    Map.of("valueOfUsersAge", "9"),
                    List.of("insert into users (id, name, age) values (1, 'a', 5)"),
                    List.of("insert into users (id, name) values (2, 'b')"),
                    "select id, name from users where id < 3 order by id",
                    List.of("1|a", "2|b"),
                    List.of("1|a", "2|b")),
            new ChangeWithRows(
                    "null is no longer allowed",
                    "String name;",
                    "@Column(nullable = false) String name;",
                    Map.of("valueOfUsersName", "'none'"),
                    List.of("insert into users (id, name) values (1, null)"),
                    List.of("insert into users (id, name) values (2, 'b')"),
                    "select id, name from users order by id",
                    List.of("1|none", "2|b"),
                    List.of("1|none", "2|b")),
            new ChangeWithRows(
                    "null is allowed",
                    "@Column(nullable = false) String name;",
                    "String name;",
                    Map.of("valueOfUsersName", "'none'"),
                    List.of("insert into users (id, name) values (1, 'a')"),
                    List.of("insert into users (id, name) values (2, null)"),
                    "select id, coalesce(name, '-') from users order by id",
                    List.of("1|a", "2|-"),
                    List.of("1|a", "2|none")),
            new ChangeWithRows(
                    "a type becomes narrower",
                    "@Column(length = 200) String name;",
                    "@Column(length = 5) String name;",
                    Map.of("narrowedUsersName", "substr(name, 1, 5)"),
                    List.of("insert into users (id, name) values (1, 'abcdefgh')"),
                    List.of(),
                    "select id, name from users",
                    List.of("1|abcde"),
                    List.of("1|abcde")),
            new ChangeWithRows(
                    "a type becomes wider",
                    "@Column(length = 5) String name;",
                    "@Column(length = 200) String name;",
                    Map.of("narrowedUsersName", "substr(name, 1, 5)"),
                    List.of("insert into users (id, name) values (1, 'abcde')"),
                    List.of("update users set name = 'abcdefgh'"),
                    "select id, name from users",
                    List.of("1|abcdefgh"),
                    List.of("1|abcde")),
            new ChangeWithRows(
                    "a type of enumeration loses a value",
                    mood("GOOD, BAD, UGLY", ""),
                    mood("GOOD, BAD", ""),
                    Map.of("narrowedUsersMood", "'BAD'"),
                    List.of("insert into users (id, mood) values (1, 'GOOD'), (2, 'UGLY')"),
                    List.of(),
                    "select id, mood from users order by id",
                    List.of("1|GOOD", "2|BAD"),
                    List.of("1|GOOD", "2|BAD")),
            new ChangeWithRows(
                    "a type of enumeration gets a value",
                    mood("GOOD, BAD", ""),
                    mood("GOOD, BAD, UGLY", ""),
                    Map.of("narrowedUsersMood", "'BAD'"),
                    List.of("insert into users (id, mood) values (1, 'GOOD')"),
                    List.of("insert into users (id, mood) values (2, 'UGLY')"),
                    "select id, mood from users order by id",
                    List.of("1|GOOD", "2|UGLY"),
                    List.of("1|GOOD", "2|BAD")),
            new ChangeWithRows(
                            "a type of enumeration with a name loses a value",
                            mood("GOOD, BAD, UGLY", NAMED),
                            mood("GOOD, BAD", NAMED),
                            Map.of("narrowedUsersMood", "'BAD'"),
                            List.of("insert into users (id, mood) values (1, 'GOOD'), (2, 'UGLY')"),
                            List.of(),
                            "select id, mood from users order by id",
                            List.of("1|GOOD", "2|BAD"),
                            List.of("1|GOOD", "2|BAD"))
                    .only(WITH_NAMED_ENUMS),
            new ChangeWithRows(
                            "a type of enumeration with a name gets a value",
                            mood("GOOD, BAD", NAMED),
                            mood("GOOD, BAD, UGLY", NAMED),
                            Map.of("narrowedUsersMood", "'BAD'"),
                            List.of("insert into users (id, mood) values (1, 'GOOD')"),
                            List.of("insert into users (id, mood) values (2, 'UGLY')"),
                            "select id, mood from users order by id",
                            List.of("1|GOOD", "2|UGLY"),
                            List.of("1|GOOD", "2|BAD"))
                    .only(WITH_NAMED_ENUMS),
            new ChangeWithRows(
                    "a unique key is new",
                    "String name;",
                    "@Column(unique = true) String name;",
                    Map.of("setApartUsersName", NUMBERED),
                    List.of("insert into users (id, name) values (1, 'a'), (2, 'a')"),
                    List.of(),
                    "select id, name from users order by id",
                    List.of("1|a", "2|n2"),
                    List.of("1|a", "2|n2")),
            new ChangeWithRows(
                    "a unique key goes",
                    "@Column(unique = true) String name;",
                    "String name;",
                    Map.of("setApartUsersName", NUMBERED),
                    List.of("insert into users (id, name) values (1, 'a')"),
                    List.of("insert into users (id, name) values (2, 'a')"),
                    "select id, name from users order by id",
                    List.of("1|a", "2|a"),
                    List.of("1|a", "2|n2")),
            new ChangeWithRows(
                    "a check is new",
                    "Integer age;",
                    "@Column(check = @CheckConstraint(name = \"ck_age\", constraint = \"age >= 0\")) Integer age;",
                    Map.of("mendUsersCkAge", NOT_NEGATIVE),
                    List.of("insert into users (id, age) values (1, -1)"),
                    List.of(),
                    "select id, age from users",
                    List.of("1|0"),
                    List.of("1|0")),
            new ChangeWithRows(
                    "a check goes",
                    "@Column(check = @CheckConstraint(name = \"ck_age\", constraint = \"age >= 0\")) Integer age;",
                    "Integer age;",
                    Map.of("mendUsersCkAge", NOT_NEGATIVE),
                    List.of("insert into users (id, age) values (1, 1)"),
                    List.of("update users set age = -1"),
                    "select id, age from users",
                    List.of("1|-1"),
                    List.of("1|0")),
            new ChangeWithRows(
                    "a foreign key is new",
                    "@Column(name = \"team_id\") Long team;",
                    "@ManyToOne Team team;",
                    Map.of("adoptUsersTeamId", NO_TEAM),
                    List.of("insert into users (id, team_id) values (1, 5)"),
                    List.of(),
                    "select id, coalesce(team_id, 0) from users",
                    List.of("1|0"),
                    List.of("1|0")),
            new ChangeWithRows(
                    "a foreign key goes",
                    "@ManyToOne Team team;",
                    "@Column(name = \"team_id\") Long team;",
                    Map.of("adoptUsersTeamId", NO_TEAM),
                    List.of("insert into teams (id) values (3)", "insert into users (id, team_id) values (1, 3)"),
                    List.of("update users set team_id = 5"),
                    "select id, coalesce(team_id, 0) from users",
                    List.of("1|5"),
                    List.of("1|0")));

    static List<ChangeWithRows> changes() {
        return CHANGES;
    }

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void theyDo(ChangeWithRows change) throws Exception {
        change.succeeds(directory);
    }

    /** Where nothing is chosen, the database itself refuses: the choices are not there for nothing. */
    static Stream<ChangeWithRows> refusals() {
        // A value that does not fit has been set to null then, which is a choice.
        return CHANGES.stream().filter(change -> !change.name().startsWith("a type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void theyWouldNotWithoutAChoice(ChangeWithRows change) throws Exception {
        change.isRefusedWithoutAChoice(directory);
    }

    /** What the choice is for: as soon as someone deletes it, the database refuses the row. */
    @ParameterizedTest
    @ValueSource(strings = {"a type of enumeration loses a value", "a type of enumeration with a name loses a value"})
    void aRowThatHoldsARemovedValueIsRefused(String name) throws Exception {
        ChangeWithRows change = CHANGES.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        WrittenMigrations migrations = change.written(directory);
        Path second = ChangeWithRows.file(directory);
        String source = Files.readString(second);
        String deleted = source.replaceAll(
                "(?s)\"update users set mood = [^;]*narrowedUsersMood[^;]*;", "\"delete from teams\");");
        assertThat(deleted).isNotEqualTo(source).doesNotContain("narrowedUsersMood");
        Files.writeString(second, deleted);
        change.upgradeIsRefused(migrations);
    }
}
