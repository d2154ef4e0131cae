package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options that write migrations say, write and refuse. */
class WritingTest {
    @TempDir
    Path directory;

    private List<String> dialects = List.of("sqlite", "h2");

    private static ProofModel user(String fields) {
        return new ProofModel("user", List.of("""
                        package app;
                        import jakarta.persistence.*;
                        @Entity @Table(name = "users") class User { @Id Long id; %s }
                        """.formatted(fields)), Map.of(), Map.of());
    }

    private String compile(ProofModel model, String... options) throws Exception {
        String[] all = Stream.concat(Stream.of(options), Stream.of("-Aretort.sourceDirectory=" + directory))
                .toArray(String[]::new);
        return Javac.messages(Javac.compile(migrations().sources(model), all));
    }

    private WrittenMigrations migrations() {
        return new WrittenMigrations(directory, dialects);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesTheFirstRevision() throws Exception {
        String said = compile(user("String nick;"), "-Aretort.revision=Create users");

        assertThat(files()).containsExactly("app/CreateUsers.java");
        String source = Files.readString(directory.resolve("app/CreateUsers.java"));
        assertThat(source.replaceFirst("[0-9a-f]{12}", "…")).isEqualTo("""
                package app;

                import static dev.retort.op.SqlTypes.bigint;
                import static dev.retort.op.SqlTypes.varchar;

                import dev.retort.Migration;
                import dev.retort.SchemaMigration;
                import dev.retort.op.Operations;

                @Migration(revision = "…", message = "Create users")
                final class CreateUsers implements SchemaMigration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("users", table -> {
                            table.column("id", bigint()).notNull();
                            table.column("nick", varchar(255));
                            table.primaryKey("id");
                        });
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("users");
                    }
                }
                """);
        assertThat(said)
                .contains("wrote revision ", "(Create users) to " + directory.resolve("app/CreateUsers.java"))
                .contains("is written, but no part of this compilation: read it and compile again")
                .doesNotContain("[TableDrift]");
    }

    @Test
    void beginsAProjectBesideItsEntities() throws Exception {
        String entity = """
                package com.acme.shop;
                import jakarta.persistence.*;
                @Entity class User { @Id Long id; }
                """;
        Compilation compilation = Javac.compile(
                List.of(Javac.source(entity)), "-Aretort.revision=Begin", "-Aretort.sourceDirectory=" + directory);

        assertThat(files()).as(Javac.messages(compilation)).containsExactly("com/acme/shop/migrations/Begin.java");
    }

    @Test
    void writesNothingWithoutDrift() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=Create users");

        assertThat(compile(user("String nick;"), "-Aretort.revision=Again"))
                .contains("no revision is written: the migrations of app.Migrations lead to the model")
                .doesNotContain("error");
        assertThat(files()).containsExactly("app/CreateUsers.java");
        compile(user("String nick;"), "-Aretort.revision=Again", "-Aretort.revision.empty=true");
        assertThat(files()).containsExactly("app/Again.java", "app/CreateUsers.java");
        assertThat(Files.readString(directory.resolve("app/Again.java")))
                .contains("public void upgrade(Operations op) {}", "public void downgrade(Operations op) {}");
    }

    @Test
    void writesAnEmptyOneWhateverDiffers() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=Create users");
        String said = compile(
                user("String nick; String name;"), "-Aretort.revision=Fill names", "-Aretort.revision.empty=only");

        assertThat(said)
                .contains("is written, but no part of this compilation: fill it and compile again")
                .doesNotContain("Drift]");
        assertThat(Files.readString(directory.resolve("app/FillNames.java")))
                .contains(
                        "revises = \"",
                        "public void upgrade(Operations op) {}",
                        "public void downgrade(Operations op) {}");
        assertThat(compile(user("String nick; String name;"))).contains("[ColumnDrift] table users has no column name");
    }

    @Test
    void writesAnEmptyFirstOneBesideAModelThatHibernateRejects() throws Exception {
        String said = compile(
                user("java.util.List<Object> unmapped;"), "-Aretort.revision=Begin", "-Aretort.revision.empty=only");

        assertThat(said).doesNotContain("[UnreadableModel]");
        assertThat(files()).containsExactly("app/Begin.java");
        assertThat(compile(user("java.util.List<Object> unmapped;"), "-Aretort.revision=Again"))
                .contains("[UnreadableModel]");
    }

    @Test
    void refusesRenamesForAnEmptyOne() throws Exception {
        assertThat(compile(
                        user("String nick;"),
                        "-Aretort.revision=Fill",
                        "-Aretort.revision.empty=only",
                        "-Aretort.rename=a.b:a.c"))
                .contains("option -Aretort.rename says nothing with -Aretort.revision.empty=only");
        assertThat(files()).isEmpty();
    }

    @Test
    void neverWritesOverAFile() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=Change users");
        compile(user("String nick; String phone;"), "-Aretort.revision=Change users");

        assertThat(files()).containsExactly("app/ChangeUsers.java", "app/ChangeUsers2.java");
    }

    @Test
    void refusesToGuessARename() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=First");

        assertThat(compile(user("String nickname;"), "-Aretort.revision=Second"))
                .contains("[InvalidEnvironment] no revision is written before it is clear what was renamed")
                .contains("users.nick is gone, users.nickname is new")
                .contains("-Aretort.rename=users.nick:users.nickname")
                .contains("op.renameColumn(\"users\", \"nick\", \"nickname\");");
        assertThat(files()).containsExactly("app/First.java");

        compile(user("String nickname;"), "-Aretort.revision=Second", "-Aretort.rename=users.nick:users.nickname");
        assertThat(Files.readString(directory.resolve("app/Second.java")))
                .contains("op.renameColumn(\"users\", \"nick\", \"nickname\");")
                .contains("op.renameColumn(\"users\", \"nickname\", \"nick\");")
                .doesNotContain("dropColumn");
        assertThat(compile(user("String nickname;"))).isEmpty();
    }

    @Test
    void refusesARenameOfWhatIsNotThere() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=First");

        assertThat(compile(user("String nickname;"), "-Aretort.revision=Second", "-Aretort.rename=users.nik:nickname"))
                .contains("option -Aretort.rename has users.nik:nickname, but table users has no column nik")
                .contains("candidates: nick");
        assertThat(files()).containsExactly("app/First.java");
    }

    @Test
    void refusesOptionsThatSayNothing() throws Exception {
        assertThat(compile(user(""), "-Aretort.rename=a:b")).contains("option -Aretort.rename says nothing without");
        assertThat(compile(user(""), "-Aretort.revision= ")).contains("needs a message");
        assertThat(Javac.messages(Javac.compile(
                        migrations().sources(user("")),
                        "-Aretort.revision=x",
                        "-Aretort.sourceDirectory=" + directory.resolve("none"))))
                .contains("names no folder");
        assertThat(files()).isEmpty();
    }

    @Test
    void rowsSurvive() throws Exception {
        compile(user("String nick; @Column(length = 200) String name;"), "-Aretort.revision=First");
        ProofModel second = user("@Column(nullable = false) String nick; @Column(nullable = false) int age;"
                + " @Column(length = 100, unique = true) String name;"
                + " @Column(nullable = false) @org.hibernate.annotations.ColumnDefault(\"7\") int seven;");
        compile(second, "-Aretort.revision=Second", "-Aretort.rename=none");

        String source = Files.readString(directory.resolve("app/Second.java"));
        assertThat(source)
                .contains("op.execute(\"update users set age = \" + valueOfUsersAge);")
                .contains("op.execute(\"update users set nick = \" + valueOfUsersNick + \" where nick is null\");")
                .contains(
                        "op.execute(\"update users set name = \" + narrowedUsersName + \" where length(name) > 100\");")
                .contains("op.execute(setApartUsersName);");
        assertThat(compile(second)).contains("valueOfUsersAge");

        Path file = directory.resolve("app/Second.java");
        Files.writeString(
                file,
                source.replace("valueOfUsersAge", "\"1\"")
                        .replace("valueOfUsersNick", "\"'none'\"")
                        .replace("narrowedUsersName", "\"substr(name, 1, 100)\"")
                        .replace("setApartUsersName", "\"update users set name = 'n' || id\""));
        Compilation compilation = migrations().compile(second);
        assertThat(WrittenMigrations.findings(compilation)).isEmpty();
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:" + directory.resolve("rows"));
        Migrator migrator = Migrator.of(h2, WrittenMigrations.registry(new CompiledModel(compilation, Map.of())));
        migrator.upgrade("+1");
        try (Connection connection = DriverManager.getConnection(h2.getURL());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into users (id, name) values (1, 'a'), (2, 'a'), (3, '" + "x".repeat(150) + "')");
        }
        migrator.upgrade();
        try (Connection connection = DriverManager.getConnection(h2.getURL());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select nick, age, seven, name from users where id = 2")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("none");
            assertThat(rows.getInt(2)).isEqualTo(1);
            assertThat(rows.getInt(3)).isEqualTo(7);
            assertThat(rows.getString(4)).isEqualTo("n2");
        }
    }

    /** No row can be asked for its value once its type is made anew: it is asked while the column is text. */
    @Test
    void asksWhatBecomesOfAValueThatATypeLoses() throws Exception {
        dialects = List.of("postgresql");
        String mood = " @Enumerated(EnumType.STRING)"
                + " @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) Mood mood;";
        compile(user("enum Mood { GOOD, UGLY, BAD }" + mood), "-Aretort.revision=First");
        ProofModel second = user("enum Mood { GOOD, BAD }" + mood);
        compile(second, "-Aretort.revision=Second");
        Path file = directory.resolve("app/Second.java");
        String source = Files.readString(file);
        assertThat(source).contains("""
                    @Override
                    public void upgrade(Operations op) {
                        op.alterColumn("users", "mood").type(varchar(255));
                        op.dropEnum("Mood");
                        op.createEnum("Mood", "BAD", "GOOD");
                        // the type of users.mood loses UGLY: choose the SQL of a value for rows that it has no room for
                        op.execute("update users set mood = " + narrowedUsersMood + " where mood in ('UGLY')");
                        op.alterColumn("users", "mood").type(nativeType("Mood"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.alterColumn("users", "mood").type(varchar(255));
                        op.dropEnum("Mood");
                        op.createEnum("Mood", "BAD", "GOOD", "UGLY");
                        op.alterColumn("users", "mood").type(nativeType("Mood"));
                    }
                """);
        assertThat(compile(second)).contains("nothing named narrowedUsersMood can be found here");
        Files.writeString(file, source.replace("narrowedUsersMood", "\"'BAD'\""));
        assertThat(compile(second)).isEmpty();
        compile(user("enum Mood { GOOD, UGLY, BAD }" + mood), "-Aretort.revision=Third");
        assertThat(Files.readString(directory.resolve("app/Third.java"))).contains("""
                    @Override
                    public void upgrade(Operations op) {
                        op.addEnumValue("Mood", "UGLY");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.alterColumn("users", "mood").type(varchar(255));
                        op.dropEnum("Mood");
                        op.createEnum("Mood", "BAD", "GOOD");
                        // the type of users.mood loses UGLY: choose the SQL of a value for rows that it has no room for
                        op.execute("update users set mood = " + narrowedUsersMood + " where mood in ('UGLY')");
                        op.alterColumn("users", "mood").type(nativeType("Mood"));
                    }
                """);
    }

    /** Nothing is known that would drop the type: nothing compiles before someone has decided. */
    @Test
    void leavesNoGapUnseen() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=First");
        branch("Second", "5ec0d", revision("First"), "op.createObject(\"mood\", \"create type mood as enum ('A')\");");
        ProofModel more = user("String nick; String phone;");

        compile(more, "-Aretort.revision=Third");
        String source = Files.readString(directory.resolve("app/Third.java"));
        assertThat(source)
                .contains("// no column of the model needs type mood.")
                .contains("op.execute(undecided);")
                .contains("op.addColumn(\"users\", \"phone\", varchar(255));");
        assertThat(compile(more)).contains("[UnreadableOperation] nothing named undecided can be found here");
        Files.writeString(directory.resolve("app/Third.java"), source.replace("op.execute(undecided);", ""));
        assertThat(compile(more)).contains("[TypeDrift] no column of the model needs type mood");
    }

    @Test
    void hasAColumnNumberedThatIsThere() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=First");
        ProofModel numbered = new ProofModel(
                "user",
                user("String nick; String phone;").sources().stream()
                        .map(source -> source.replace(
                                "@Id Long id;", "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;"))
                        .toList(),
                Map.of(),
                Map.of());

        compile(numbered, "-Aretort.revision=Second");
        String source = Files.readString(directory.resolve("app/Second.java"));
        assertThat(source)
                .contains("op.alterColumn(\"users\", \"id\").identity();")
                .contains("op.alterColumn(\"users\", \"id\").dropIdentity();")
                .contains("op.addColumn(\"users\", \"phone\", varchar(255));")
                .doesNotContain("undecided");
        assertThat(compile(numbered)).isEmpty();
        compile(user("String nick; String phone;"), "-Aretort.revision=Third");
        assertThat(Files.readString(directory.resolve("app/Third.java")))
                .contains("op.alterColumn(\"users\", \"id\").dropIdentity();")
                .contains("op.alterColumn(\"users\", \"id\").identity();");
        assertThat(compile(user("String nick; String phone;"))).isEmpty();
    }

    @Test
    void writesTheMerge() throws Exception {
        compile(user("String nick;"), "-Aretort.revision=First");
        String first = revision("First");
        branch("Left", "1eft", first, "op.addColumn(\"users\", \"a\", dev.retort.op.SqlTypes.bigint());");
        branch("Right", "419ht", first, "op.addColumn(\"users\", \"b\", dev.retort.op.SqlTypes.bigint());");
        ProofModel merged = user("String nick; Long a; Long b;");

        assertThat(compile(merged))
                .contains("[MultipleHeads]")
                .contains("have the merge written: -Aretort.merge=\"Merge\"");
        assertThat(compile(merged, "-Aretort.merge=Merge both"))
                .contains("(Merge both) to ", "compile again")
                .doesNotContain("[MultipleHeads]");
        assertThat(Files.readString(directory.resolve("app/MergeBoth.java")))
                .contains("revises = {\"1eft\", \"419ht\"}");
        assertThat(compile(merged)).isEmpty();
        assertThat(compile(merged, "-Aretort.merge=Again")).contains("no merge is written");

        WrittenMigrations everywhere = new WrittenMigrations(
                directory,
                ProofModel.DIALECTS.stream().map(ProofDatabase::declared).toList());
        MigrationRegistry registry =
                WrittenMigrations.registry(everywhere.compiled(everywhere.compile(merged), merged));
        for (String dialect : ProofModel.DIALECTS) {
            assertThat(facts("1eft", dialect, registry))
                    .as(dialect)
                    .isNotEmpty()
                    .isEqualTo(facts("419ht", dialect, registry));
        }
    }

    /** Of a database that had one branch before the merge. */
    private static Set<String> facts(String branch, String dialect, MigrationRegistry registry) throws Exception {
        try (ProofDatabase database = ProofDatabase.of(dialect)) {
            Migrator migrator = Migrator.of(database.source(), registry);
            migrator.upgrade(branch);
            migrator.upgrade();
            return database.facts();
        }
    }

    private String revision(String className) throws Exception {
        return Files.readString(directory.resolve("app/" + className + ".java"))
                .replaceAll("(?s).*revision = \"(\\w+)\".*", "$1");
    }

    private void branch(String className, String revision, String parent, String statement) throws Exception {
        Files.writeString(
                directory.resolve("app/" + className + ".java"),
                RetortProcessorTest.migration(
                        className, "revision = \"" + revision + "\", revises = \"" + parent + "\"", statement + "\n"));
    }
}
