package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code silences is there on purpose: a migration that is written leaves it as it is. */
class SilencedDriftTest {
    private static final String SILENT_COLUMN = "@SuppressWarnings(\"retort:ColumnDrift\") ";

    @TempDir
    Path directory;

    private WrittenMigrations migrations;

    @BeforeEach
    void declare() {
        migrations = new WrittenMigrations(directory, List.of("sqlite", "h2"));
    }

    private static ProofModel model(String entities) {
        return new ProofModel("silenced", List.of("""
                        package app;
                        import jakarta.persistence.*;
                        class Model {}
                        %s
                        """.formatted(entities)), Map.of(), Map.of());
    }

    private static String user(String properties) {
        return "@Entity @Table(name = \"users\") class User { @Id Long id; " + properties + " }\n";
    }

    private static String team(String properties) {
        return "@Entity @Table(name = \"teams\") class Team { @Id Long id; " + properties + " }\n";
    }

    private String revision(String entities, String... options) throws Exception {
        return migrations.write(model(entities), "Next", options);
    }

    /** What a migration is written on: nothing is, where no drift is heard. */
    private void writesNothing(String entities) throws Exception {
        Compilation compilation = Javac.compile(
                migrations.sources(model(entities)), "-Aretort.revision=Next", "-Aretort.sourceDirectory=" + directory);
        assertThat(Javac.messages(compilation))
                .contains("no revision is written: the migrations of app.Migrations lead to the model")
                .doesNotContain("error");
        assertThat(directory.resolve("app/Next.java")).doesNotExist();
        isClean(entities);
    }

    private void isClean(String entities) throws Exception {
        assertThat(Javac.messages(migrations.compile(model(entities)))).isEmpty();
    }

    private void silence(String migration, String id) throws Exception {
        Path file = directory.resolve("app/" + migration + ".java");
        String source = Files.readString(file);
        Files.writeString(file, source.replace("@Migration(", "@SuppressWarnings(\"retort:" + id + "\")\n@Migration("));
        assertThat(Files.readString(file)).isNotEqualTo(source);
    }

    @Test
    void aColumnThatIsMissing() throws Exception {
        migrations.write(model(user("String nick;")), "First");

        writesNothing(user("String nick; " + SILENT_COLUMN + "String phone;"));
        writesNothing(SILENT_COLUMN + user("String nick; String phone;"));

        assertThat(revision(user("String nick; String phone;")))
                .contains("op.addColumn(\"users\", \"phone\", varchar(255));");
    }

    @Test
    void aColumnThatIsLeft() throws Exception {
        migrations.write(model(user("String nick; String phone;")), "First");
        silence("First", "ColumnDrift");

        writesNothing(user("String nick;"));
    }

    @Test
    void aColumnThatIsLeftUnsilenced() throws Exception {
        migrations.write(model(user("String nick; String phone;")), "First");
        silence("First", "IndexDrift");

        assertThat(revision(user("String nick;"))).contains("op.dropColumn(\"users\", \"phone\");");
    }

    @Test
    void anIndexBesideAnother() throws Exception {
        migrations.write(model(user("String nick;") + team("String name;")), "First");
        String users = "@Entity @Table(name = \"users\", indexes = @Index(name = \"ix_nick\", columnList = \"nick\"))"
                + " class User { @Id Long id; String nick; }\n";
        String teams = "@Entity @Table(name = \"teams\", indexes = @Index(name = \"ix_name\", columnList = \"name\"))"
                + " class Team { @Id Long id; String name; }\n";
        String silent = "@SuppressWarnings(\"retort:IndexDrift\") ";

        writesNothing(silent + users + silent + teams);
        assertThat(revision(silent + users + teams))
                .contains("op.createIndex(\"ix_name\", \"teams\", \"name\");")
                .doesNotContain("ix_nick");
        isClean(silent + users + teams);
    }

    @Test
    void anIndexThatIsLeftBesideAnother() throws Exception {
        String indexed = "@Entity @Table(name = \"%s\", indexes = @Index(name = \"ix_%1$s\", columnList = \"name\"))"
                + " class %s { @Id Long id; String name; }\n";
        migrations.write(model(indexed.formatted("users", "User")), "First");
        migrations.write(model(indexed.formatted("users", "User") + indexed.formatted("teams", "Team")), "Second");
        silence("First", "IndexDrift");
        String plain = user("String name;") + team("String name;");

        assertThat(revision(plain)).contains("op.dropIndex(\"ix_teams\"").doesNotContain("ix_users");
        isClean(plain);
    }

    /** The key could not be made, so it waits as the column does. */
    @Test
    void aKeyThatNeedsASilencedColumn() throws Exception {
        migrations.write(model(user("")), "First");
        String unique = "@Entity @Table(name = \"users\", uniqueConstraints ="
                + " @UniqueConstraint(name = \"uk\", columnNames = {\"nick\", \"phone\"}))"
                + " class User { @Id Long id; %sString nick; %sString phone; }\n";

        assertThat(revision(unique.formatted(SILENT_COLUMN, "")))
                .contains("op.addColumn(\"users\", \"phone\", varchar(255));")
                .doesNotContain("nick", "uk");
        isClean(unique.formatted(SILENT_COLUMN, ""));
        assertThat(migrations.write(model(unique.formatted("", "")), "Last"))
                .contains("op.addColumn(\"users\", \"nick\", varchar(255));", "\"uk\"");
    }

    /** Whether the table or the column is first in the order in which things are created. */
    @Test
    void aForeignKeyToASilencedTable() throws Exception {
        migrations.write(model(user("")), "First");
        String silent = "@SuppressWarnings(\"retort:TableDrift\") ";
        String post = "@Entity @Table(name = \"posts\") class Post { @Id Long id; @ManyToOne Team team; }\n";
        String users = user("@ManyToOne Team team;");

        String written = revision(silent + team("@ManyToOne Post pinned;") + users + post);
        assertThat(written)
                .contains("op.addColumn(\"users\", \"team_id\", bigint());", "op.createTable(\"posts\"")
                .doesNotContain("\"teams\"");
        isClean(silent + team("@ManyToOne Post pinned;") + users + post);
        assertThat(migrations.write(model(team("@ManyToOne Post pinned;") + users + post), "Last"))
                .contains("op.createTable(\"teams\"")
                .containsPattern("op.addForeignKey\\(\"\\w+\", \"users\"|op.addForeignKey\\(\"users\"");
    }

    /** What stays is no other thing's former name. */
    @Test
    void aColumnThatIsLeftIsNoRename() throws Exception {
        migrations.write(model(user("String nick;")), "First");
        Compilation asked = Javac.compile(
                migrations.sources(model(user("String nickname;"))),
                "-Aretort.revision=Next",
                "-Aretort.sourceDirectory=" + directory);
        assertThat(Javac.messages(asked)).contains("users.nick is gone, users.nickname is new");
        silence("First", "ColumnDrift");

        assertThat(revision(user("String nickname;")))
                .contains("op.addColumn(\"users\", \"nickname\", varchar(255));")
                .doesNotContain("\"nick\"");
        isClean(user("String nickname;"));
    }

    @Test
    void aColumnThatIsLeftInATableThatIsRenamed() throws Exception {
        migrations.write(model(user("String nick; String phone; String name;")), "First");
        silence("First", "ColumnDrift");
        String people = "@Entity @Table(name = \"people\") class User { @Id Long id; String nick; String phone; }\n";

        assertThat(revision(people, "-Aretort.rename=users:people"))
                .contains("op.renameTable(\"users\", \"people\");")
                .doesNotContain("\"name\"");
        isClean(people);
    }
}
