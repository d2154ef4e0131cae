package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Files of SQL, for who wants to read it before it runs. */
class ScriptsTest {

    private static final String ENVIRONMENT = """
            @dev.retort.MigrationEnvironment(dialects = {"sqlite", "postgresql"}, registry = "AppMigrations")
            package app;
            """;

    private static final String FIRST = """
            package app;
            import dev.retort.Migration;
            import dev.retort.SchemaMigration;
            import dev.retort.op.Operations;
            import dev.retort.op.SqlTypes;
            @Migration(revision = "a1", message = "Create users")
            final class First implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.createTable("users", table -> table.column("id", SqlTypes.bigint()).notNull());
                }
            }
            """;

    private static final String SECOND = """
            package app;
            import dev.retort.Migration;
            import dev.retort.SchemaMigration;
            import dev.retort.op.Operations;
            @Migration(revision = "b2", revises = "a1")
            final class Second implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.run(Second::fill);
                }
                public void downgrade(Operations op) {}
                static void fill(java.sql.Connection connection) {}
            }
            """;

    private static Compilation compile(String... options) {
        List<JavaFileObject> sources =
                Stream.of(ENVIRONMENT, FIRST, SECOND).map(Javac::source).toList();
        return Javac.compile(sources, options);
    }

    private static Optional<String> file(Compilation compilation, String name) throws IOException {
        Optional<JavaFileObject> file =
                compilation.generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/retort/app.AppMigrations/" + name);
        return file.isPresent() ? Optional.of(file.get().getCharContent(true).toString()) : Optional.empty();
    }

    @Test
    void oneForEachRevisionAndDialect() throws IOException {
        Compilation compilation = compile("-Aretort.scripts=true");
        assertThat(compilation.errors()).isEmpty();
        assertThat(file(compilation, "sqlite/0001-a1.sql").orElseThrow())
                .startsWith("""
                        -- upgrade on sqlite, for app.AppMigrations

                        create table if not exists retort_history (revision varchar(64) not null primary key,""")
                .contains("""

                        -- a1: Create users
                        begin;
                        create table users (
                            id bigint not null
                        );
                        insert into retort_history (revision, checksum, applied_at, applied_by, revises) values ('a1', '""")
                .endsWith(", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), null, '');\ncommit;\n");
        assertThat(file(compilation, "postgresql/0001-a1.sql").orElseThrow()).contains("to_char(current_timestamp");
        assertThat(file(compilation, "postgresql/0002-b2.sql").orElseThrow()).isEqualTo("""
                -- b2 has a step in Java, which no script can hold
                --   app.Second::fill
                --   help: write scripts up to it and from it, and apply the revision itself with a program
                """);
    }

    /** What no program applies. */
    @Test
    void forSqlServerAndOracle() throws IOException {
        Compilation compilation = compile("-Aretort.scripts=true", "-Aretort.dialects=sqlserver,oracle");
        assertThat(compilation.errors()).isEmpty();
        assertThat(file(compilation, "sqlserver/0001-a1.sql").orElseThrow())
                .startsWith("-- upgrade on sqlserver, for app.AppMigrations\nset xact_abort,")
                .contains("begin transaction\ngo\ncreate table users (\n    id bigint not null\n)\ngo\ninsert into")
                .endsWith("\ncommit\ngo\n");
        assertThat(file(compilation, "oracle/0001-a1.sql").orElseThrow())
                .contains("-- a1: Create users\ncreate table users (\n    id number(19,0) not null\n)\n/\ninsert into")
                .endsWith("\ncommit\n/\n");
        assertThat(Javac.generated(compilation, "app.First_Plan"))
                .contains("upgradeSqlserver()", "upgradeOracle()")
                .doesNotContain("+table");
    }

    /** The history that they write is one that the program of the same compilation goes on from. */
    @Test
    void leaveADatabaseAsAnUpgradeDoes(@TempDir Path directory) throws Exception {
        Compilation compilation =
                Javac.compile(List.of(Javac.source(ENVIRONMENT), Javac.source(FIRST)), "-Aretort.scripts=true");
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + directory.resolve("scripted.db"));
        MigrationRegistry registry = (MigrationRegistry) new CompiledModel(compilation, Map.of())
                .loadClass("app.AppMigrations")
                .getMethod("registry")
                .invoke(null);
        Migrator migrator = Migrator.of(database, registry);
        assertThat(migrator.pending()).extracting(Revision::id).containsExactly("a1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(file(compilation, "sqlite/0001-a1.sql").orElseThrow());
        }
        assertThat(migrator.upgrade().revisions()).isEmpty();
        assertThat(migrator.current()).extracting(Revision::id).containsExactly("a1");
        assertThat(migrator.verify().isClean()).isTrue();
    }

    @Test
    void noneUnlessAskedFor() throws IOException {
        assertThat(file(compile(), "sqlite/0001-a1.sql")).isEmpty();
        assertThat(file(compile("-Aretort.scripts=false"), "sqlite/0001-a1.sql"))
                .isEmpty();
    }

    @Test
    void otherWordsAreRefused() {
        assertThat(Javac.messages(compile("-Aretort.scripts=yes")))
                .contains("option -Aretort.scripts=yes is none of true, false");
    }
}
