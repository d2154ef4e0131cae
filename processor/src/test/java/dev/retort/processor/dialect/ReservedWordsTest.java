package dev.retort.processor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.schema.Name;
import dev.retort.testing.DatabaseServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.env.spi.AnsiSqlKeywords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservedWordsTest {

    @Test
    void h2ListsExactlyWhatTheDatabaseRefuses() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(refused(connection)).isEqualTo(new TreeSet<>(ReservedWords.H2));
        }
    }

    /** PostgreSQL says it itself; it lets some words of the list name a constraint only. */
    @Test
    void postgresqlListsExactlyWhatTheDatabaseReserves() throws Exception {
        try (Connection connection = DriverManager.getConnection(DatabaseServer.POSTGRESQL.newDatabase());
                Statement statement = connection.createStatement();
                ResultSet words =
                        statement.executeQuery("select word from pg_get_keywords() where catcode in ('R', 'T')")) {
            Set<String> reserved = new TreeSet<>();
            while (words.next()) {
                reserved.add(words.getString(1));
            }
            assertThat(new TreeSet<>(ReservedWords.POSTGRESQL)).isEqualTo(reserved);
            assertThat(ReservedWords.POSTGRESQL).containsAll(refused(connection));
        }
    }

    @Test
    void mariadbListsAllThatTheDatabaseRefuses() throws Exception {
        try (Connection connection = DriverManager.getConnection(DatabaseServer.MARIADB.newDatabase())) {
            Set<String> refused = refused(connection);
            assertThat(refused).hasSizeGreaterThan(150);
            assertThat(ReservedWords.MARIADB).containsAll(refused);
        }
    }

    @ParameterizedTest
    @EnumSource
    void serversTakeEveryWordOnceItIsQuotedByTheList(DatabaseServer server) throws Exception {
        DatabaseDialect dialect = DatabaseDialect.parse(server.name().toLowerCase(Locale.ROOT));
        try (Connection connection = DriverManager.getConnection(server.newDatabase());
                Statement statement = connection.createStatement()) {
            for (String word : words()) {
                String name = dialect.quote(Name.of(word));
                statement.execute("create table " + name + " (" + name + " integer, check (" + name + " > 0), unique ("
                        + name + "))");
                statement.execute("insert into " + name + " (" + name + ") select " + name + " from " + name);
                statement.execute("drop table " + name);
            }
        }
    }

    @Test
    void sqliteListsAllThatTheDatabaseRefuses() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Set<String> refused = refused(connection);
            assertThat(refused).hasSizeGreaterThan(50);
            assertThat(ReservedWords.SQLITE).containsAll(refused);
        }
    }

    @Test
    void sqliteTakesEveryWordOnceItIsQuotedByTheList() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (String word : words()) {
                String name = ReservedWords.SQLITE.contains(word) ? '"' + word + '"' : word;
                statement.execute(
                        "create table t (" + name + " integer, check (" + name + " > 0), unique (" + name + "))");
                statement.execute("create index ix on t (" + name + ")");
                statement.execute("insert into t (" + name + ") select " + name + " from t");
                statement.execute("drop table t");
            }
        }
    }

    /** Words that name no column or no table. */
    private static Set<String> refused(Connection connection) throws IOException {
        Set<String> refused = new TreeSet<>();
        for (String word : words()) {
            if (!accepts(connection, "create table t (" + word + " integer)", "drop table t")
                    || !accepts(connection, "create table " + word + " (x integer)", "drop table " + word)
                    || !accepts(
                            connection,
                            "create table t (x integer, constraint " + word + " unique (x))",
                            "drop table t")) {
                refused.add(word);
            }
        }
        return refused;
    }

    private static boolean accepts(Connection connection, String create, String drop) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(create);
            statement.execute(drop);
            return true;
        } catch (SQLException refusal) {
            return false;
        }
    }

    /** The SQL standard's words, those of either database's documentation, those of Hibernate, and our own. */
    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        try (InputStream in = ReservedWordsTest.class.getResourceAsStream("words.txt")) {
            words.addAll(Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+")));
        }
        words.addAll(ReservedWords.H2);
        words.addAll(ReservedWords.SQLITE);
        words.addAll(ReservedWords.POSTGRESQL);
        words.addAll(ReservedWords.MARIADB);
        words.addAll(ReservedWords.MYSQL);
        words.addAll(new AnsiSqlKeywords().sql2003());
        for (Dialect dialect : new Dialect[] {new SQLiteDialect(), new H2Dialect()}) {
            dialect.getKeywords().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        }
        words.removeIf(word -> !word.matches("[a-z_][a-z0-9_]*"));
        return words;
    }
}
