package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may have been renamed, and what {@code -Aretort.rename} writes of it. */
class RenamesTest {
    private static final String ASKS = "no revision is written before it is clear what was renamed";

    @TempDir
    Path directory;

    private List<String> dialects = List.of("sqlite", "h2");

    private static ProofModel model(String source) {
        return new ProofModel(
                "model",
                List.of("package app;\nimport jakarta.persistence.*;\nimport java.util.*;\n" + source),
                Map.of(),
                Map.of());
    }

    private static ProofModel user(String fields) {
        return model("@Entity @Table(name = \"users\") class User { @Id Long id; " + fields + " }");
    }

    private String compile(ProofModel model, String... options) throws IOException {
        String[] all = Stream.concat(Stream.of(options), Stream.of("-Aretort.sourceDirectory=" + directory))
                .toArray(String[]::new);
        return Javac.messages(Javac.compile(new WrittenMigrations(directory, dialects).sources(model), all));
    }

    private String second() throws IOException {
        return Files.readString(directory.resolve("app/Second.java"));
    }

    private static String upgrade(String source) {
        return source.replaceAll("(?s).*void upgrade\\(Operations op\\) \\{\n(.*?)\n    }\n.*", "$1")
                .stripIndent()
                .strip();
    }

    private boolean isWritten() {
        return Files.exists(directory.resolve("app/Second.java"));
    }

    @Test
    void severalAreChosenInOneValue() throws Exception {
        compile(user("String nick; String phone;"), "-Aretort.revision=First");
        ProofModel next = user("String nickname; String telephone;");

        compile(
                next,
                "-Aretort.revision=Second",
                "-Aretort.rename=users.nick:users.nickname,users.phone:users.telephone");
        assertThat(upgrade(second())).isEqualTo("""
                op.renameColumn("users", "nick", "nickname");
                op.renameColumn("users", "phone", "telephone");""");
        assertThat(compile(next)).isEmpty();
    }

    @Test
    void whatIsLeftIsNoneWhereThatIsSaid() throws Exception {
        compile(user("String nick; String phone;"), "-Aretort.revision=First");
        ProofModel next = user("String nickname; String town;");

        assertThat(compile(next, "-Aretort.revision=Second", "-Aretort.rename=users.nick:users.nickname"))
                .contains(ASKS, "users.phone is gone, users.town is new")
                .contains("say which are renames: -Aretort.rename=users.nick:users.nickname,users.phone:users.town\n")
                .contains("-Aretort.rename=users.nick:users.nickname,none");
        assertThat(isWritten()).isFalse();
        compile(next, "-Aretort.revision=Second", "-Aretort.rename=users.nick:users.nickname,none");
        assertThat(upgrade(second())).isEqualTo("""
                op.renameColumn("users", "nick", "nickname");
                op.addColumn("users", "town", varchar(255));
                op.dropColumn("users", "phone");""");
        assertThat(compile(next)).isEmpty();
    }

    @Test
    void oneColumnHasOneNewName() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=First");
        ProofModel next = user("String alias; String nickname;");

        assertThat(compile(next, "-Aretort.revision=Second"))
                .contains("users.nick is gone, users.nickname, users.alias are new\n")
                .contains("say which are renames: -Aretort.rename=users.nick:users.nickname\n")
                .contains("in place of some of these may stand users.nick:users.alias\n");
        assertThat(compile(
                        next,
                        "-Aretort.revision=Second",
                        "-Aretort.rename=users.nick:users.nickname,users.nick:users.alias"))
                .contains("option -Aretort.rename has users.nick:users.alias, but table users has no column nick");
        assertThat(isWritten()).isFalse();
        compile(next, "-Aretort.revision=Second", "-Aretort.rename=users.nick:users.alias");
        assertThat(upgrade(second())).isEqualTo("""
                op.renameColumn("users", "nick", "alias");
                op.addColumn("users", "nickname", varchar(255));""");
        assertThat(compile(next)).isEmpty();
    }

    /** Twelve that are gone and twelve that are new could be read in 144 ways. */
    @Test
    void manyAreListedInFewLines() throws Exception {
        String old = "abcdefghijkl".replaceAll(".", "String $0; ");
        compile(user(old), "-Aretort.revision=First");

        String said = compile(user(old.replaceAll("(.);", "n$1;")), "-Aretort.revision=Second");

        assertThat(said.lines().filter(line -> line.contains(" is gone, ")))
                .hasSize(10)
                .allMatch(
                        line -> line.matches(" +users\\.(.) is gone, users\\.n.(, users\\.n.){4} and 7 more are new"));
        assertThat(said.lines()).containsOnlyOnce("    and 2 more are gone");
        assertThat(said.lines().filter(line -> line.contains("in place of some of these may stand ")))
                .singleElement()
                .asString()
                .matches(".* may stand (users\\..:users\\.n., ){4}users\\..:users\\.n. and 127 more");
    }

    /** Its text cannot follow, nor be taken apart. */
    @Test
    void whatUsesAColumnIsNamedWhereItCannotBeRenamed() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=First");
        insert("op.createView(\"nicks\", \"select nick from users\");");
        Path first = directory.resolve("app/First.java");
        Files.writeString(
                first,
                Files.readString(first)
                        .replace("op.dropTable(\"users\");", "op.dropView(\"nicks\"); op.dropTable(\"users\");"));

        assertThat(compile(
                        user("String nickname;"),
                        "-Aretort.revision=Second",
                        "-Aretort.rename=users.nick:users.nickname"))
                .contains("""
                        error: [InvalidEnvironment] option -Aretort.rename has users.nick:users.nickname, but \
                        renameColumn("users", "nick", "nickname") cannot be applied: column nick is used by view nicks, \
                        whose text cannot be rewritten
                            help: drop the view before and create it after:
                                  op.dropView("nicks");
                            help: or write the rename yourself, with what it needs around it, into an empty revision: \
                        -Aretort.revision.empty=only
                        """);
        assertThat(isWritten()).isFalse();
    }

    @Test
    void aTriggerIsNamedWhereItsColumnCannotBeRenamed() throws Exception {
        dialects = List.of("sqlite");
        compile(user("String nick;"), "-Aretort.revision=First");
        insert("op.createTrigger(\"logged\", \"users\", \"create trigger logged after update of nick on users"
                + " begin select new.nick; end\");");

        assertThat(compile(
                        user("String nickname;"),
                        "-Aretort.revision=Second",
                        "-Aretort.rename=users.nick:users.nickname"))
                .contains("cannot be applied: column nick is used by trigger logged of table users, whose text cannot"
                        + " be rewritten\n");
        assertThat(isWritten()).isFalse();
    }

    @Test
    void aColumnMayHaveAnotherTypeToo() throws Exception {
        compile(user("@Column(length = 20) String nick;"), "-Aretort.revision=First");
        ProofModel next = user("@Column(length = 5) String nickname;");

        assertThat(compile(next, "-Aretort.revision=Second"))
                .contains(ASKS, "users.nick is gone, users.nickname is new");
        compile(next, "-Aretort.revision=Second", "-Aretort.rename=users.nick:users.nickname");
        assertThat(upgrade(second())).isEqualTo("""
                op.renameColumn("users", "nick", "nickname");
                // users.nickname was varchar(20) and becomes varchar(5): choose the SQL of a value for rows that it has no room for
                op.execute("update users set nickname = " + narrowedUsersNickname + " where length(nickname) > 5");
                op.alterColumn("users", "nickname").type(varchar(5));""");
    }

    @Test
    void typesOfOneKindOrLikeNamesAreAskedAbout() throws Exception {
        compile(user("int points; @Column(length = 3) String age;"), "-Aretort.revision=First");

        assertThat(compile(user("long score; Integer ageInYears;"), "-Aretort.revision=Second"))
                .contains(ASKS, "users.points is gone, users.score, users.ageInYears are new\n")
                .contains("users.age is gone, users.ageInYears is new\n");
        assertThat(isWritten()).isFalse();
    }

    @Test
    void whatHoldsNoneOfTheValuesIsNotAskedAbout() throws Exception {
        compile(user("Boolean active; java.time.LocalDate born;"), "-Aretort.revision=First");
        ProofModel next = user("byte[] picture; String town;");

        assertThat(compile(next, "-Aretort.revision=Second")).doesNotContain(ASKS);
        assertThat(upgrade(second())).isEqualTo("""
                op.addColumn("users", "picture", varbinary(255));
                op.addColumn("users", "town", varchar(255));
                op.dropColumn("users", "active");
                op.dropColumn("users", "born");""");
    }

    /** The text of a check cannot follow by itself: of the model's and of the database's own. */
    @Test
    void checksComeBackWithTheNewName() throws Exception {
        String check =
                "@Column(name = \"%1$s\", check = @CheckConstraint(name = \"ck\", constraint = \"%1$s <> 'nick'\"))"
                        + " String nick;";
        compile(user(check.formatted("nick")), "-Aretort.revision=First");
        insert("""
                op.addCheck("ck_own", "users", "length(nick) > 1 or users.nick = 'nick'").databaseOnly();
                op.addCheck("ck_other", "users", "id > 0 or 'nick' = ' nick '").databaseOnly();
                """);
        ProofModel next = user(check.formatted("nickname"));

        compile(next, "-Aretort.revision=Second", "-Aretort.rename=users.nick:users.nickname");
        assertThat(upgrade(second())).isEqualTo("""
                op.dropConstraint("ck", "users");
                op.dropConstraint("ck_own", "users");
                op.renameColumn("users", "nick", "nickname");
                op.addCheck("ck_own", "users", "length(nickname) > 1 or users.nickname = 'nick'").databaseOnly();
                op.addCheck("ck", "users", "nickname <> 'nick'");""");
        assertThat(compile(next)).isEmpty();
    }

    @Test
    void indexesOnExpressionsComeBackWithTheNewName() throws Exception {
        dialects = List.of("sqlite", "postgresql");
        String entity = """
                @Entity
                @Table(name = "users", indexes = @Index(name = "ix_lower", columnList = "(lower(%1$s))"))
                class User { @Id Long id; String %1$s; }
                """;
        compile(model(entity.formatted("nick")), "-Aretort.revision=First");
        insert(
                "op.createIndex(\"ix_own\", \"users\", \"id\", \"nick desc\").where(\"nick is not null\").databaseOnly();");
        ProofModel next = model(entity.formatted("nickname"));

        String said = compile(next, "-Aretort.revision=Second", "-Aretort.rename=users.nick:users.nickname");
        assertThat(isWritten()).as(said).isTrue();
        assertThat(upgrade(second())).isEqualTo("""
                op.dropIndex("ix_lower", "users");
                op.dropIndex("ix_own", "users");
                op.renameColumn("users", "nick", "nickname");
                op.createIndex("ix_own", "users", "id", "nickname desc").where("nickname is not null").databaseOnly();
                op.createIndex("ix_lower", "users", "(lower(nickname))");""");
        assertThat(compile(next)).isEmpty();
    }

    private void insert(String statements) throws IOException {
        Path first = directory.resolve("app/First.java");
        Files.writeString(
                first,
                Files.readString(first)
                        .replaceFirst("(?s)(upgrade\\(.*?)\n    }\n", "$1\n" + statements + "\n    }\n"));
    }

    private static final String USERS = """
            @Entity @Table(name = "users") class User {
              @Id @GeneratedValue Long id;
              String nick;
              @ManyToMany @JoinTable(name = "users_roles", joinColumns = @JoinColumn(name = "users_id"),
                  inverseJoinColumns = @JoinColumn(name = "roles_id")) Set<Role> roles;
            }
            @Entity @Table(name = "roles") class Role { @Id Long id; }
            """;

    private static final String PEOPLE = """
            @Entity @Table(name = "people") class Person {
              @Id @GeneratedValue Long id;
              String nickname;
              @ManyToMany @JoinTable(name = "people_roles", joinColumns = @JoinColumn(name = "people_id"),
                  inverseJoinColumns = @JoinColumn(name = "roles_id")) Set<Role> roles;
            }
            @Entity @Table(name = "roles") class Role { @Id Long id; }
            """;

    /** Its sequence follows the table, and its column is named in the renamed table or in the old one. */
    @Test
    void aTableIsRenamedWithWhatBelongsToIt() throws Exception {
        compile(model(USERS), "-Aretort.revision=First");

        compile(
                model(PEOPLE),
                "-Aretort.revision=Second",
                "-Aretort.rename=users.nick:people.nickname,users:people,users_roles:people_roles,"
                        + "people_roles.users_id:people_roles.people_id");
        // Hibernate sorts the columns of such a key, and people_id comes before roles_id.
        assertThat(upgrade(second())).isEqualTo("""
                op.renameTable("users", "people");
                op.renameTable("users_roles", "people_roles");
                op.renameSequence("users_SEQ", "people_SEQ");
                op.renameColumn("people", "nick", "nickname");
                op.renameColumn("people_roles", "users_id", "people_id");
                op.dropConstraint("pk_users_roles", "people_roles");
                op.addPrimaryKey("pk_people_roles", "people_roles", "people_id", "roles_id");""");
        assertThat(compile(model(PEOPLE))).isEmpty();
    }

    /** What is offered can be given back as it is. */
    @Test
    void aTableAndItsJoinTableAreAskedAbout() throws Exception {
        compile(model(USERS), "-Aretort.revision=First");

        String option = "-Aretort.rename=users_roles:people_roles,users:people,users_SEQ:people_SEQ,"
                + "people.nick:people.nickname,people_roles.users_id:people_roles.people_id";
        assertThat(compile(model(PEOPLE), "-Aretort.revision=Second"))
                .contains(ASKS, "users is gone, people is new", "users_roles is gone, people_roles is new")
                .contains("users_SEQ is gone, people_SEQ is new")
                .contains("say which are renames: " + option + "\n");
        assertThat(isWritten()).isFalse();
        compile(model(PEOPLE), "-Aretort.revision=Second", option);
        assertThat(second()).doesNotContain("dropTable", "createTable", "createSequence");
        assertThat(compile(model(PEOPLE))).isEmpty();
    }

    @Test
    void tablesWithNothingInCommonAreNotAskedAbout() throws Exception {
        compile(
                model("@Entity @Table(name = \"logs\") class Log {"
                        + " @Id @GeneratedValue Long number; java.time.Instant at; String line; }"),
                "-Aretort.revision=First");
        ProofModel next =
                model("@Entity @Table(name = \"prices\") class Price { @Id @GeneratedValue UUID id; Integer cents; }"
                        + " @Entity @Table(name = \"shops\") class Shop {"
                        + " @Id @GeneratedValue Integer id; Boolean open; }");

        assertThat(compile(next, "-Aretort.revision=Second")).doesNotContain(ASKS);
        assertThat(second())
                .contains("op.createTable(\"prices\"", "op.createTable(\"shops\"", "op.createSequence(\"shops_SEQ\")")
                .contains("op.dropTable(\"logs\")", "op.dropSequence(\"logs_SEQ\")");
    }

    @Test
    void aSequenceIsAskedAboutWhereItsTableStays() throws Exception {
        String entity = "@Entity @Table(name = \"users\") class User { @Id %s Long id; }";
        compile(model(entity.formatted("@GeneratedValue")), "-Aretort.revision=First");
        ProofModel next = model(entity.formatted(
                "@GeneratedValue(generator = \"g\") @SequenceGenerator(name = \"g\", sequenceName = \"numbers\")"));

        assertThat(compile(next, "-Aretort.revision=Second"))
                .contains(ASKS, "users_SEQ is gone, numbers is new", "-Aretort.rename=users_SEQ:numbers\n");
        assertThat(compile(next, "-Aretort.revision=Second", "-Aretort.rename=users_SEQ:number"))
                .contains("option -Aretort.rename has users_SEQ:number, but number is no new sequence of the model")
                .contains("candidates: numbers");
        assertThat(compile(next, "-Aretort.revision=Second", "-Aretort.rename=user_SEQ:numbers"))
                .contains("but there is no table or sequence user_SEQ", "candidates: users_SEQ");
        assertThat(isWritten()).isFalse();
        compile(next, "-Aretort.revision=Second", "-Aretort.rename=users_SEQ:numbers");
        assertThat(upgrade(second())).isEqualTo("op.renameSequence(\"users_SEQ\", \"numbers\");");
        assertThat(compile(next)).isEmpty();
    }
}
