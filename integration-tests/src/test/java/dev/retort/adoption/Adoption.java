package dev.retort.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.runtime.CatalogueMismatchException;
import dev.retort.runtime.HistoryEntry;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import dev.retort.runtime.Verification;
import dev.retort.sources.Sources;
import dev.retort.sources.Sources.Compilation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/coming-from.md} tells, on a database with rows that another tool has migrated. */
abstract class Adoption {
    static final Path PROJECT = Path.of("src/test/resources/adoption");

    @TempDir
    Path directory;

    final JdbcDataSource database = new JdbcDataSource();

    /** Makes the tables of the project in the database, and a history of the tool's own. */
    abstract void migrate() throws Exception;

    /** What the tool has recorded, by its own table. */
    abstract String countOfRecords();

    abstract int records();

    @BeforeEach
    void migrateWithTheOtherTool() throws Exception {
        database.setURL("jdbc:h2:" + directory.resolve("shop") + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        migrate();
        assertThat(count(countOfRecords())).isEqualTo(records());
        execute("insert into customers (name, email) values ('ann', 'ann@example.org')");
    }

    @Test
    void theFirstRevisionIsWrittenFromTheModelAndStampedAfterComparing() throws Exception {
        Sources sources = withFirstRevision();
        Migrator migrator = Migrator.of(database, registry(sources.compile()));

        migrator.stamp("head");

        assertThat(migrator.history()).extracting(HistoryEntry::status).containsExactly(HistoryEntry.Status.APPLIED);
        assertThat(migrator.upgrade().revisions()).isEmpty();
        Verification verification = migrator.verify();
        assertThat(verification.missing()).isEmpty();
        assertThat(verification.different()).isEmpty();
        assertThat(verification.unexpected()).contains("index IX_ORDER_LINES_ARTICLE of ORDER_LINES");
        assertThat(count(countOfRecords())).isEqualTo(records());

        // From here on the day is as in any project.
        sources.replace("Customer", "private String name;", "private String name;\n\n    private String nickname;");
        assertThat(sources.compile().output()).contains("[ColumnDrift] table customers has no column nickname");
        sources.compile("-Aretort.revision=Add nicknames");
        Migrator next = Migrator.of(database, registry(sources.compile()));
        assertThat(next.upgrade().revisions())
                .extracting(completed -> completed.revision().message())
                .containsExactly("Add nicknames");
        assertThat(count("select count(*) from customers where nickname is null"))
                .isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsNotAsTheModelSaysIsNotStamped() throws Exception {
        execute("alter table orders drop constraint fk_orders_customer");
        execute("alter table customers alter column email set data type varchar(100)");
        Sources sources = withFirstRevision();
        Migrator migrator = Migrator.of(database, registry(sources.compile()));

        assertThatThrownBy(() -> migrator.stamp("head"))
                .isInstanceOf(CatalogueMismatchException.class)
                .hasMessageContaining("no foreign key FK_ORDERS_CUSTOMER of ORDERS")
                .hasMessageContaining("column CUSTOMERS.EMAIL is character varying(100) not null");
        assertThat(migrator.current()).extracting(Revision::id).isEmpty();
    }

    /** Hibernate puts the columns of a composite key in an order of its own; the database's stays. */
    private Sources withFirstRevision() throws IOException {
        Sources sources = Sources.of(PROJECT.resolve("sources"), directory);
        assertThat(sources.compile("-Aretort.revision=What was there").output()).contains("WhatWasThere.java");
        return sources.replace(
                        "WhatWasThere",
                        "table.primaryKey(\"number\", \"order_id\")",
                        "table.primaryKey(\"order_id\", \"number\")")
                .replace("OrderLine", "@Entity\n", "@Entity\n@SuppressWarnings(\"retort:PrimaryKeyDrift\")\n");
    }

    private MigrationRegistry registry(Compilation compilation) throws Exception {
        assertThat(compilation.output()).isEmpty();
        List<URL> classes = List.of(compilation.classes().toUri().toURL());
        try (URLClassLoader loader =
                new URLClassLoader(classes.toArray(URL[]::new), getClass().getClassLoader())) {
            MigrationRegistry registry = (MigrationRegistry) loader.loadClass("com.acme.db.migrations.AppMigrations")
                    .getMethod("registry")
                    .invoke(null);
            registry.revisions().forEach(revision -> registry.plan(revision.id()));
            return registry;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
