package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.retort.runtime.Migrator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteDataSource;

/**
 * The migration that the processor writes leads to what Hibernate makes of the model, and back, and leaves nothing to
 * say.
 */
class FixedPointTest {

    /** With {@code -Dretort.fixedpoint.all=true} each model of the corpus, else every eighth of them. */
    private static final boolean ALL = Boolean.getBoolean("retort.fixedpoint.all");

    /** Those that some dialect can carry. */
    static List<ProofModel> models() {
        List<ProofModel> all = ProofModel.all().stream()
                .filter(model -> !ProofModel.dialects(model).isEmpty())
                .toList();
        List<ProofModel> chosen = new ArrayList<>();
        int corpus = 0;
        for (ProofModel model : all) {
            if (ALL || !model.toString().startsWith("corpus ") || corpus++ % 8 == 0) {
                chosen.add(model);
            }
        }
        return chosen;
    }

    @ParameterizedTest
    @MethodSource("models")
    void fromNothing(ProofModel model, @TempDir Path directory) throws Exception {
        WrittenMigrations migrations = new WrittenMigrations(directory, ProofModel.dialects(model));
        String source = migrations.write(model, "First");

        Compilation compilation = migrations.compile(model);
        assertThat(WrittenMigrations.findings(compilation)).as(source).isEmpty();
        CompiledModel compiled = new CompiledModel(compilation, model.settings());
        for (Live live : Live.all(directory, model)) {
            TreeSet<String> theirs = live.hibernates(compiled);
            live.makeSchemas(compiled);
            TreeSet<String> empty = live.facts();
            Migrator migrator = Migrator.of(live.source(), WrittenMigrations.registry(compiled));
            migrator.upgrade();
            live.equalsHibernate(theirs, compiled, source);
            migrator.downgrade("base");
            assertThat(difference(empty, live.facts())).as(source).isEmpty();
        }
    }

    /** Two models in a row. */
    record Pair(ProofModel first, ProofModel second) {
        @Override
        public String toString() {
            return first + " to " + second;
        }
    }

    static List<Pair> pairs() {
        List<ProofModel> models = models();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < models.size(); i++) {
            if (!ProofModel.dialects(models.get(i - 1), models.get(i)).isEmpty()) {
                pairs.add(new Pair(models.get(i - 1), models.get(i)));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void fromOneToTheNext(Pair pair, @TempDir Path directory) throws Exception {
        WrittenMigrations migrations =
                new WrittenMigrations(directory, ProofModel.dialects(pair.first(), pair.second()));
        migrations.write(pair.first(), "First");
        // Before the second migration is there, which the first model does not match.
        CompiledModel first =
                new CompiledModel(migrations.compile(pair.first()), pair.first().settings());
        String source = migrations.write(pair.second(), "Second", "-Aretort.rename=none");
        migrations.choose("null");

        Compilation compilation = migrations.compile(pair.second());
        if (source.contains("// Left as it is, as no operation cures it")) {
            assertThat(WrittenMigrations.findings(compilation))
                    .as(source)
                    .isNotEmpty()
                    .allMatch(finding -> finding.contains("numbered by the database"));
            return;
        }
        assertThat(WrittenMigrations.findings(compilation)).as(source).isEmpty();
        CompiledModel compiled = new CompiledModel(compilation, pair.second().settings());
        for (Live live : Live.all(directory, pair.first(), pair.second())) {
            TreeSet<String> theirs = live.hibernates(compiled);
            live.makeSchemas(first);
            live.makeSchemas(compiled);
            Migrator migrator = Migrator.of(live.source(), WrittenMigrations.registry(compiled));
            migrator.upgrade("+1");
            TreeSet<String> before = live.facts();
            migrator.upgrade();
            live.equalsHibernate(theirs, compiled, source);
            migrator.downgrade("-1");
            assertThat(difference(before, live.facts())).as(source).isEmpty();
        }
    }

    private static String difference(TreeSet<String> expected, TreeSet<String> actual) {
        return Stream.concat(
                        expected.stream().filter(fact -> !actual.contains(fact)).map(fact -> "- " + fact),
                        actual.stream().filter(fact -> !expected.contains(fact)).map(fact -> "+ " + fact))
                .collect(Collectors.joining("\n"));
    }

    /** A database of ours, and an empty one beside it for Hibernate. */
    record Live(String family, String hibernate, DataSource source, String url, String otherUrl) {
        /** For each dialect that can carry the models. */
        static List<Live> all(Path directory, ProofModel... models) {
            SQLiteDataSource sqlite = new SQLiteDataSource();
            sqlite.setUrl("jdbc:sqlite:" + directory.resolve("ours.db"));
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setUrl("jdbc:h2:" + directory.resolve("ours"));
            return Stream.of(
                            new Live(
                                    "sqlite",
                                    "org.hibernate.community.dialect.SQLiteDialect",
                                    sqlite,
                                    sqlite.getUrl(),
                                    "jdbc:sqlite:" + directory.resolve("hibernates.db")),
                            new Live(
                                    "h2",
                                    "org.hibernate.dialect.H2Dialect",
                                    h2,
                                    h2.getURL(),
                                    "jdbc:h2:" + directory.resolve("hibernates")))
                    .filter(live -> ProofModel.dialects(models).contains(live.family()))
                    .toList();
        }

        TreeSet<String> facts() throws SQLException {
            return facts(url);
        }

        private static TreeSet<String> facts(String url) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                return CatalogueFacts.of(connection);
            }
        }

        /** Schemas are made by whoever owns the database, not by migrations. */
        void makeSchemas(CompiledModel compiled) throws SQLException {
            for (String statement : compiled.creation(otherUrl, hibernate)) {
                if (statement.startsWith("create schema")) {
                    execute(url, statement.replace("create schema ", "create schema if not exists "));
                }
            }
        }

        /** What Hibernate makes of the model; where it cannot, a line of fixedpoint.txt has to say so. */
        TreeSet<String> hibernates(CompiledModel compiled) throws SQLException {
            List<String> faults = new ArrayList<>();
            for (String statement : compiled.creation(otherUrl, hibernate)) {
                try {
                    execute(otherUrl, statement);
                } catch (SQLException refused) {
                    // Hibernate comments on SQLite's tables, too, and goes on when it may not.
                    if (!family.equals("sqlite") || !statement.startsWith("comment on")) {
                        faults.add(family + " | Hibernate's own statement fails: "
                                + refused.getMessage().lines().findFirst().orElse(""));
                    }
                }
            }
            assertThat(faults).isEmpty();
            return facts(otherUrl);
        }

        void equalsHibernate(TreeSet<String> theirs, CompiledModel compiled, String source) throws SQLException {
            TreeSet<String> ours = facts();
            if (family.equals("sqlite")) {
                CatalogueFacts.removeWhatHibernateLeavesOut(ours, theirs);
            }
            assertThat(difference(theirs, ours)).as(family + "\n" + source).isEmpty();
            // Hibernate refuses some of its own tables: an identity of Long on SQLite is integer.
            String fault = compiled.validate(url, hibernate);
            if (!fault.isEmpty()) {
                assertThat(compiled.validate(otherUrl, hibernate))
                        .as(family + fault)
                        .isNotEmpty();
            }
        }

        private static void execute(String url, String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** What an enumeration may stand for is no more than that. */
    @Test
    void anEnumerationStandsForNoOtherStrings() {
        String table = """
                op.createTable("A", table -> {
                    table.column("id", bigint());
                    table.column("word", enumeration("RED", "GREEN"));
                    table.primaryKey("id");
                });
                """;
        String column = "enum Color { RED, GREEN } @Entity class A { @Id Long id; @Enumerated(EnumType.STRING)"
                + " @Column(length = %s) Color word; }";

        assertThat(Javac.messages(onSqlite(column.formatted(5), table))).isEmpty();
        assertThat(Javac.messages(onSqlite(column.formatted(4), table))).contains("[TypeDrift]");
        assertThat(Javac.messages(onSqlite("@Entity class A { @Id Long id; String word; }", table)))
                .contains("[TypeDrift]");
        assertThat(Javac.messages(onSqlite(column.formatted(5).replace("RED,", "RED, BLUE,"), table)))
                .contains("[TypeDrift]");
    }

    private static Compilation onSqlite(String entities, String statements) {
        return Javac.compile(List.of(
                JavaFileObjects.forSourceString("app.Model", ProofModel.HEAD + entities),
                Javac.source(RetortProcessorTest.migration("First", "revision = \"a1\"", statements + "\n"))));
    }
}
