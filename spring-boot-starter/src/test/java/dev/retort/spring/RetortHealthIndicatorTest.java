package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.Migrator;
import dev.retort.spring.shop.migrations.ShopMigrations;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.sqlite.SQLiteDataSource;

class RetortHealthIndicatorTest {
    private final SQLiteDataSource database = new SQLiteDataSource();

    @TempDir
    Path directory;

    @BeforeEach
    void migrate() {
        database.setUrl("jdbc:sqlite:" + directory.resolve("shop.db"));
        Migrator.of(database, ShopMigrations.registry()).upgrade();
    }

    private Health health(Migrator migrator, String target) {
        return new RetortHealthIndicator(new RetortMigrations(List.of(new RegistryMigration(
                        ShopMigrations.registry(), migrator, target, "primary data source", database))))
                .health();
    }

    private Migrator migrator() {
        return Migrator.of(database, ShopMigrations.registry());
    }

    @Test
    void costsOneSelect() {
        Recording recording = new Recording(database);

        Health health = health(Migrator.of(recording, ShopMigrations.registry()), "heads");

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(recording.statements).singleElement().asString().startsWith("select revision, checksum");
    }

    @Test
    void isUpWhereTheTargetLeavesSomethingPending() {
        migrator().downgrade("1a2b");

        Health health = health(migrator(), "1a2b");

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .isEqualTo(Map.of(Applications.SHOP, Map.of("applied", 1, "pending", List.of("3c4d"))));
        assertThat(health(migrator(), "heads").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void isUpWhereANewerApplicationHasMigrated() {
        new JdbcTemplate(database)
                .update("insert into retort_history (revision, checksum, revises) values ('5e6f', 'x', '3c4d')");

        Health health = health(migrator(), "heads");

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).isEqualTo(Map.of(Applications.SHOP, Map.of("ahead", List.of("5e6f"))));
        assertThat(new RetortEndpoint(new RetortMigrations(List.of(new RegistryMigration(
                                ShopMigrations.registry(), migrator(), "heads", "primary data source", database))))
                        .databases()
                        .registries()
                        .get(Applications.SHOP))
                .satisfies(shop -> {
                    assertThat(shop.unknown()).containsExactly("5e6f");
                    assertThat(shop.revisions()).hasSize(2);
                });
    }

    @Test
    void isDownWhereTheHistoryCannotBeRead() {
        new JdbcTemplate(database)
                .update(
                        "insert into retort_history (revision, checksum, unfinished_direction) values ('z', 'x', 'sideways')");

        assertThat(health(migrator(), "heads").getStatus()).isEqualTo(Status.DOWN);
    }

    /** Writes down what is asked. */
    private static final class Recording extends DelegatingDataSource {
        private final List<String> statements = new ArrayList<>();

        Recording(javax.sql.DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return recorded(Connection.class, super.getConnection());
        }

        private <T> T recorded(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, words) -> {
                        if (words != null
                                && words.length > 0
                                && words[0] instanceof String sql
                                && !method.getName().startsWith("set")) {
                            statements.add(sql);
                        }
                        try {
                            Object result = method.invoke(target, words);
                            return method.getName().equals("createStatement")
                                    ? recorded(Statement.class, (Statement) result)
                                    : result;
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    }));
        }
    }
}
