package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.retort.runtime.MigrationException;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

    /**
     * A change of one table with rows.
     *
     * @param first the properties of the entity before it
     * @param second and after it
     * @param choices what the variables stand for that do not compile
     * @param rows statements before the upgrade
     * @param more statements between upgrade and downgrade
     * @param upgraded what {@code query} gives after the upgrade
     * @param downgraded what it gives after the downgrade
     */
    record Change(
            String name,
            String first,
            String second,
            Map<String, String> choices,
            List<String> rows,
            List<String> more,
            String query,
            List<String> upgraded,
            List<String> downgraded) {
        @Override
        public String toString() {
            return name;
        }

        /** Hibernate has no {@link #NAMED} type for SQLite and MariaDB, and takes a domain on H2. */
        List<String> dialects() {
            return first.contains(NAMED) ? List.of("postgresql") : ProofModel.DIALECTS;
        }
    }

    /** An enumeration of PostgreSQL that has a name. */
    private static final String NAMED =
            "@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) ";

    private static String mood(String values, String annotation) {
        return "enum Mood { " + values + " } @Enumerated(EnumType.STRING) " + annotation + "Mood mood;";
    }

    private static final List<Change> CHANGES = List.of(
            new Change(
                    "a column that is not null is added",
                    "String name;",
                    "String name; @Column(nullable = false) int age;",
                    Map.of("valueOfUsersAge", "7"),
                    List.of("insert into users (id, name) values (1, 'a')"),
                    List.of("insert into users (id, name, age) values (2, 'b', 8)"),
                    "select id, name from users order by id",
                    List.of("1|a", "2|b"),
                    List.of("1|a", "2|b")),
            new Change(
                    "a column that was not null is dropped",
                    "String name; @Column(nullable = false) int age;",
                    "String name;",
                    Map.of("valueOfUsersAge", "9"),
                    List.of("insert into users (id, name, age) values (1, 'a', 5)"),
                    List.of("insert into users (id, name) values (2, 'b')"),
                    "select id, name from users where id < 3 order by id",
                    List.of("1|a", "2|b"),
                    List.of("1|a", "2|b")),
            new Change(
                    "null is no longer allowed",
                    "String name;",
                    "@Column(nullable = false) String name;",
                    Map.of("valueOfUsersName", "'none'"),
                    List.of("insert into users (id, name) values (1, null)"),
                    List.of("insert into users (id, name) values (2, 'b')"),
                    "select id, name from users order by id",
                    List.of("1|none", "2|b"),
                    List.of("1|none", "2|b")),
            new Change(
                    "null is allowed",
                    "@Column(nullable = false) String name;",
                    "String name;",
                    Map.of("valueOfUsersName", "'none'"),
                    List.of("insert into users (id, name) values (1, 'a')"),
                    List.of("insert into users (id, name) values (2, null)"),
                    "select id, coalesce(name, '-') from users order by id",
                    List.of("1|a", "2|-"),
                    List.of("1|a", "2|none")),
            new Change(
                    "a type becomes narrower",
                    "@Column(length = 200) String name;",
                    "@Column(length = 5) String name;",
                    Map.of("narrowedUsersName", "substr(name, 1, 5)"),
                    List.of("insert into users (id, name) values (1, 'abcdefgh')"),
                    List.of(),
                    "select id, name from users",
                    List.of("1|abcde"),
                    List.of("1|abcde")),
            new Change(
                    "a type becomes wider",
                    "@Column(length = 5) String name;",
                    "@Column(length = 200) String name;",
                    Map.of("narrowedUsersName", "substr(name, 1, 5)"),
                    List.of("insert into users (id, name) values (1, 'abcde')"),
                    List.of("update users set name = 'abcdefgh'"),
                    "select id, name from users",
                    List.of("1|abcdefgh"),
                    List.of("1|abcde")),
            new Change(
                    "a type of enumeration loses a value",
                    mood("GOOD, BAD, UGLY", ""),
                    mood("GOOD, BAD", ""),
                    Map.of("narrowedUsersMood", "'BAD'"),
                    List.of("insert into users (id, mood) values (1, 'GOOD'), (2, 'UGLY')"),
                    List.of(),
                    "select id, mood from users order by id",
                    List.of("1|GOOD", "2|BAD"),
                    List.of("1|GOOD", "2|BAD")),
            new Change(
                    "a type of enumeration gets a value",
                    mood("GOOD, BAD", ""),
                    mood("GOOD, BAD, UGLY", ""),
                    Map.of("narrowedUsersMood", "'BAD'"),
                    List.of("insert into users (id, mood) values (1, 'GOOD')"),
                    List.of("insert into users (id, mood) values (2, 'UGLY')"),
                    "select id, mood from users order by id",
                    List.of("1|GOOD", "2|UGLY"),
                    List.of("1|GOOD", "2|BAD")),
            new Change(
                    "a type of enumeration with a name loses a value",
                    mood("GOOD, BAD, UGLY", NAMED),
                    mood("GOOD, BAD", NAMED),
                    Map.of("narrowedUsersMood", "'BAD'"),
                    List.of("insert into users (id, mood) values (1, 'GOOD'), (2, 'UGLY')"),
                    List.of(),
                    "select id, mood from users order by id",
                    List.of("1|GOOD", "2|BAD"),
                    List.of("1|GOOD", "2|BAD")),
            new Change(
                    "a type of enumeration with a name gets a value",
                    mood("GOOD, BAD", NAMED),
                    mood("GOOD, BAD, UGLY", NAMED),
                    Map.of("narrowedUsersMood", "'BAD'"),
                    List.of("insert into users (id, mood) values (1, 'GOOD')"),
                    List.of("insert into users (id, mood) values (2, 'UGLY')"),
                    "select id, mood from users order by id",
                    List.of("1|GOOD", "2|UGLY"),
                    List.of("1|GOOD", "2|BAD")),
            new Change(
                    "a unique key is new",
                    "String name;",
                    "@Column(unique = true) String name;",
                    Map.of("setApartUsersName", NUMBERED),
                    List.of("insert into users (id, name) values (1, 'a'), (2, 'a')"),
                    List.of(),
                    "select id, name from users order by id",
                    List.of("1|a", "2|n2"),
                    List.of("1|a", "2|n2")),
            new Change(
                    "a unique key goes",
                    "@Column(unique = true) String name;",
                    "String name;",
                    Map.of("setApartUsersName", NUMBERED),
                    List.of("insert into users (id, name) values (1, 'a')"),
                    List.of("insert into users (id, name) values (2, 'a')"),
                    "select id, name from users order by id",
                    List.of("1|a", "2|a"),
                    List.of("1|a", "2|n2")),
            new Change(
                    "a check is new",
                    "Integer age;",
                    "@Column(check = @CheckConstraint(name = \"ck_age\", constraint = \"age >= 0\")) Integer age;",
                    Map.of("mendUsersCkAge", NOT_NEGATIVE),
                    List.of("insert into users (id, age) values (1, -1)"),
                    List.of(),
                    "select id, age from users",
                    List.of("1|0"),
                    List.of("1|0")),
            new Change(
                    "a check goes",
                    "@Column(check = @CheckConstraint(name = \"ck_age\", constraint = \"age >= 0\")) Integer age;",
                    "Integer age;",
                    Map.of("mendUsersCkAge", NOT_NEGATIVE),
                    List.of("insert into users (id, age) values (1, 1)"),
                    List.of("update users set age = -1"),
                    "select id, age from users",
                    List.of("1|-1"),
                    List.of("1|0")),
            new Change(
                    "a foreign key is new",
                    "@Column(name = \"team_id\") Long team;",
                    "@ManyToOne Team team;",
                    Map.of("adoptUsersTeamId", NO_TEAM),
                    List.of("insert into users (id, team_id) values (1, 5)"),
                    List.of(),
                    "select id, coalesce(team_id, 0) from users",
                    List.of("1|0"),
                    List.of("1|0")),
            new Change(
                    "a foreign key goes",
                    "@ManyToOne Team team;",
                    "@Column(name = \"team_id\") Long team;",
                    Map.of("adoptUsersTeamId", NO_TEAM),
                    List.of("insert into teams (id) values (3)", "insert into users (id, team_id) values (1, 3)"),
                    List.of("update users set team_id = 5"),
                    "select id, coalesce(team_id, 0) from users",
                    List.of("1|5"),
                    List.of("1|0")));

    static List<Change> changes() {
        return CHANGES;
    }

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void theyDo(Change change) throws Exception {
        WrittenMigrations migrations = written(change);
        assertThat(Javac.messages(migrations.compile(model(change.second()))))
                .contains(change.choices().keySet());
        Path second = directory.resolve("app/Second.java");
        String chosen = Files.readString(second);
        for (var choice : change.choices().entrySet()) {
            chosen = chosen.replace(choice.getKey(), '"' + choice.getValue() + '"');
        }
        Files.writeString(second, chosen);

        MigrationRegistry registry = compiled(migrations, change);
        for (String dialect : change.dialects()) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry, change);
                migrator.upgrade();
                execute(database, change.more());
                assertThat(database.ours().rows(change.query())).as(dialect).isEqualTo(change.upgraded());
                migrator.downgrade("-1");
                assertThat(database.ours().rows(change.query())).as(dialect).isEqualTo(change.downgraded());
            }
        }
    }

    /** Where nothing is chosen, the database itself refuses: the choices are not there for nothing. */
    static Stream<Change> refusals() {
        // A value that does not fit has been set to null then, which is a choice.
        return CHANGES.stream().filter(change -> !change.name().startsWith("a type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void theyWouldNotWithoutAChoice(Change change) throws Exception {
        WrittenMigrations migrations = written(change);
        migrations.choose("null");
        MigrationRegistry registry = compiled(migrations, change);
        for (String dialect : change.dialects()) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry, change);
                assertThatThrownBy(() -> {
                            migrator.upgrade();
                            execute(database, change.more());
                            migrator.downgrade("-1");
                        })
                        .as(dialect)
                        .isInstanceOf(MigrationException.class);
            }
        }
    }

    /** What the choice is for: as soon as someone deletes it, the database refuses the row. */
    @ParameterizedTest
    @ValueSource(strings = {"a type of enumeration loses a value", "a type of enumeration with a name loses a value"})
    void aRowThatHoldsARemovedValueIsRefused(String name) throws Exception {
        Change change = CHANGES.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        WrittenMigrations migrations = written(change);
        Path second = directory.resolve("app/Second.java");
        String source = Files.readString(second);
        String deleted = source.replaceAll(
                "(?s)\"update users set mood = [^;]*narrowedUsersMood[^;]*;", "\"delete from teams\");");
        assertThat(deleted).isNotEqualTo(source).doesNotContain("narrowedUsersMood");
        Files.writeString(second, deleted);
        MigrationRegistry registry = compiled(migrations, change);
        for (String dialect : change.dialects()) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry, change);
                assertThatThrownBy(migrator::upgrade).as(dialect).isInstanceOf(MigrationException.class);
            }
        }
    }

    private WrittenMigrations written(Change change) throws Exception {
        WrittenMigrations migrations = new WrittenMigrations(
                directory,
                change.dialects().stream().map(ProofDatabase::declared).toList());
        migrations.write(model(change.first()), "First");
        migrations.write(model(change.second()), "Second", "-Aretort.rename=none");
        return migrations;
    }

    private static MigrationRegistry compiled(WrittenMigrations migrations, Change change) throws Exception {
        Compilation compilation = migrations.compile(model(change.second()));
        assertThat(WrittenMigrations.findings(compilation)).isEmpty();
        return WrittenMigrations.registry(new CompiledModel(compilation, Map.of()));
    }

    private static Migrator withRows(ProofDatabase database, MigrationRegistry registry, Change change)
            throws SQLException {
        Migrator migrator = Migrator.of(database.source(), registry);
        migrator.upgrade("+1");
        execute(database, change.rows());
        return migrator;
    }

    private static void execute(ProofDatabase database, List<String> statements) throws SQLException {
        for (String statement : statements) {
            database.ours().execute(statement);
        }
    }

    private static ProofModel model(String properties) {
        return new ProofModel("users", List.of("""
                        package app;
                        import jakarta.persistence.*;
                        @Entity @Table(name = "users") class User { @Id Long id; %s }
                        @Entity @Table(name = "teams") class Team { @Id Long id; }
                        """.formatted(properties)), Map.of(), Map.of());
    }
}
