package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.retort.processor.dialect.Family;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rename that is chosen keeps the rows, on every database, up and down. */
class RenamedRowsTest {
    @TempDir
    Path directory;

    private static ProofModel model(String source) {
        return new ProofModel(
                "model",
                List.of("package app;\nimport jakarta.persistence.*;\nimport java.util.*;\n" + source),
                Map.of(),
                Map.of());
    }

    /** @param choices what the variables stand for that do not compile */
    private MigrationRegistry registry(String first, String second, String rename, Map<String, String> choices)
            throws Exception {
        WrittenMigrations migrations = new WrittenMigrations(
                directory,
                ProofModel.DIALECTS.stream().map(ProofDatabase::declared).toList());
        migrations.write(model(first), "First");
        String source = migrations.write(model(second), "Second", "-Aretort.rename=" + rename);
        assertThat(source).doesNotContain("dropColumn", "dropTable", "dropSequence");
        for (var choice : choices.entrySet()) {
            assertThat(source).contains(choice.getKey());
            source = source.replace(choice.getKey(), '"' + choice.getValue() + '"');
        }
        Files.writeString(directory.resolve("app/Second.java"), source);
        Compilation compilation = migrations.compile(model(second));
        assertThat(WrittenMigrations.findings(compilation)).as(source).isEmpty();
        return WrittenMigrations.registry(new CompiledModel(compilation, Map.of()));
    }

    private static Migrator withRows(ProofDatabase database, MigrationRegistry registry, String... rows)
            throws SQLException {
        Migrator migrator = Migrator.of(database.source(), registry);
        migrator.upgrade("+1");
        for (String statement : rows) {
            database.ours().execute(statement);
        }
        return migrator;
    }

    @Test
    void ofAColumnThatIsCheckedAndAKey() throws Exception {
        String entity = """
                @Entity @Table(name = "users") class User {
                  @Id Long id;
                  @Column(name = "%1$s", unique = true, nullable = false,
                      check = @CheckConstraint(name = "ck", constraint = "%1$s <> 'nobody'"))
                  String nick;
                }
                """;
        MigrationRegistry registry =
                registry(entity.formatted("nick"), entity.formatted("nickname"), "users.nick:users.nickname", Map.of());
        for (String dialect : ProofModel.DIALECTS) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator =
                        withRows(database, registry, "insert into users (id, nick) values (1, 'ann'), (2, 'bob')");
                migrator.upgrade();
                assertThat(database.ours().rows("select id, nickname from users order by id"))
                        .as(dialect)
                        .containsExactly("1|ann", "2|bob");
                assertRefused(database, "insert into users (id, nickname) values (3, 'nobody')");
                assertRefused(database, "insert into users (id, nickname) values (3, 'ann')");
                migrator.downgrade("-1");
                assertThat(database.ours().rows("select id, nick from users order by id"))
                        .as(dialect)
                        .containsExactly("1|ann", "2|bob");
                assertRefused(database, "insert into users (id, nick) values (3, 'nobody')");
            }
        }
    }

    private static void assertRefused(ProofDatabase database, String statement) {
        assertThatThrownBy(() -> database.ours().execute(statement))
                .as(database.family().word())
                .isInstanceOf(SQLException.class);
    }

    /** What the question is for: the same change, answered with {@code none}. */
    @Test
    void whatIsNoRenameLosesThem() throws Exception {
        String entity = "@Entity @Table(name = \"users\") class User { @Id Long id; String %s; }";
        WrittenMigrations migrations = new WrittenMigrations(
                directory,
                ProofModel.DIALECTS.stream().map(ProofDatabase::declared).toList());
        migrations.write(model(entity.formatted("nick")), "First");
        migrations.write(model(entity.formatted("nickname")), "Second", "-Aretort.rename=none");
        MigrationRegistry registry = WrittenMigrations.registry(
                new CompiledModel(migrations.compile(model(entity.formatted("nickname"))), Map.of()));
        for (String dialect : ProofModel.DIALECTS) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry, "insert into users (id, nick) values (1, 'ann')");
                migrator.upgrade();
                assertThat(database.ours().rows("select id, coalesce(nickname, 'lost') from users"))
                        .as(dialect)
                        .containsExactly("1|lost");
            }
        }
    }

    /** A first value that the model says later gives no number twice. */
    @Test
    void numbersGoOnAfterAnotherStart() throws Exception {
        String entity = """
                @Entity @Table(name = "users") class User {
                  @Id @GeneratedValue(generator = "g")
                  @SequenceGenerator(name = "g", sequenceName = "numbers", initialValue = %d) Long id;
                }
                """;
        WrittenMigrations migrations = new WrittenMigrations(
                directory,
                ProofModel.DIALECTS.stream().map(ProofDatabase::declared).toList());
        migrations.write(model(entity.formatted(1)), "First");
        String source = migrations.write(model(entity.formatted(40)), "Second");
        assertThat(source)
                .contains("on.alterSequence(\"numbers\").startWith(40);", "on.alterSequence(\"numbers\").startWith(1);")
                .doesNotContain("dropSequence", "createSequence");
        Compilation compilation = migrations.compile(model(entity.formatted(40)));
        assertThat(WrittenMigrations.findings(compilation)).as(source).isEmpty();
        MigrationRegistry registry = WrittenMigrations.registry(new CompiledModel(compilation, Map.of()));
        for (String dialect : ProofModel.DIALECTS) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry);
                assertThat(next(database, "numbers")).as(dialect).isEqualTo("1");
                migrator.upgrade();
                assertThat(next(database, "numbers")).as(dialect).isEqualTo("51");
                migrator.downgrade("-1");
                assertThat(next(database, "numbers")).as(dialect).isEqualTo("101");
            }
        }
    }

    @Test
    void ofAColumnThatBecomesNarrower() throws Exception {
        String entity = "@Entity @Table(name = \"users\") class User { @Id Long id; @Column(length = %d) String %s; }";
        MigrationRegistry registry = registry(
                entity.formatted(20, "nick"),
                entity.formatted(5, "nickname"),
                "users.nick:users.nickname",
                Map.of("narrowedUsersNickname", "substr(nickname, 1, 5)"));
        for (String dialect : ProofModel.DIALECTS) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(
                        database, registry, "insert into users (id, nick) values (1, 'ann'), (2, 'Christabel')");
                migrator.upgrade();
                assertThat(database.ours().rows("select id, nickname from users order by id"))
                        .as(dialect)
                        .containsExactly("1|ann", "2|Chris");
                migrator.downgrade("-1");
                assertThat(database.ours().rows("select id, nick from users order by id"))
                        .as(dialect)
                        .containsExactly("1|ann", "2|Chris");
            }
        }
    }

    private static final String ENTITIES = """
            @Entity @Table(name = "%1$s") class User {
              @Id @GeneratedValue Long id;
              String %2$s;
              @ManyToMany @JoinTable(name = "%1$s_roles", joinColumns = @JoinColumn(name = "%1$s_id"),
                  inverseJoinColumns = @JoinColumn(name = "roles_id")) Set<Role> roles;
              @ElementCollection
              @CollectionTable(name = "%1$s_tags", joinColumns = @JoinColumn(name = "%1$s_id"))
              @Column(name = "tag") Set<String> tags;
            }
            @Entity @Table(name = "roles") class Role { @Id Long id; }
            """;

    /** With its column, its join table, the table of its collection, and the sequence that numbers its rows. */
    @Test
    void ofATableWithAllThatBelongsToIt() throws Exception {
        MigrationRegistry registry = registry(
                ENTITIES.formatted("users", "nick"),
                ENTITIES.formatted("people", "nickname"),
                "users:people,users.nick:people.nickname,users_roles:people_roles,users_tags:people_tags,"
                        + "people_roles.users_id:people_roles.people_id,people_tags.users_id:people_tags.people_id",
                Map.of());
        for (String dialect : ProofModel.DIALECTS) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(
                        database,
                        registry,
                        "insert into roles (id) values (7)",
                        "insert into users (id, nick) values (1, 'ann'), (2, 'bob')",
                        "insert into users_roles (users_id, roles_id) values (2, 7)",
                        "insert into users_tags (users_id, tag) values (1, 'new')");
                // Hibernate has taken two blocks of 50.
                assertThat(next(database, "users_SEQ")).as(dialect).isEqualTo("1");
                assertThat(next(database, "users_SEQ")).as(dialect).isEqualTo("51");
                migrator.upgrade();
                assertThat(database.ours().rows("select id, nickname from people order by id"))
                        .as(dialect)
                        .containsExactly("1|ann", "2|bob");
                assertThat(database.ours().rows("select people_id, roles_id from people_roles"))
                        .as(dialect)
                        .containsExactly("2|7");
                assertThat(database.ours().rows("select people_id, tag from people_tags"))
                        .as(dialect)
                        .containsExactly("1|new");
                assertThat(next(database, "people_SEQ")).as(dialect).isEqualTo("101");
                assertRefused(database, "insert into people_roles (people_id, roles_id) values (3, 7)");
                migrator.downgrade("-1");
                assertThat(database.ours().rows("select id, nick from users order by id"))
                        .as(dialect)
                        .containsExactly("1|ann", "2|bob");
                assertThat(database.ours().rows("select users_id, roles_id from users_roles"))
                        .as(dialect)
                        .containsExactly("2|7");
                assertThat(next(database, "users_SEQ")).as(dialect).isEqualTo("151");
            }
        }
    }

    /** What Hibernate asks for; on SQLite a table of one row stands in for the sequence. */
    private static String next(ProofDatabase database, String sequence) throws SQLException {
        if (database.family() == Family.SQLITE) {
            String value =
                    database.ours().rows("select next_val from " + sequence).get(0);
            database.ours().execute("update " + sequence + " set next_val = next_val + 50");
            return value;
        }
        String query = database.family() == Family.POSTGRESQL
                ? "select nextval('" + sequence + "')"
                : "select next value for " + sequence;
        return database.ours().rows(query).get(0);
    }
}
