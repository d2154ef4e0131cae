package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Behind a pool that has one connection, and gives it to the application afterwards. */
class HikariTest {

    @TempDir
    Path directory;

    private static HikariDataSource pool(TestDatabase database, TestDatabase.Family family, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        if (family == TestDatabase.Family.H2) {
            config.setUsername("sa");
            config.setPassword("");
        }
        config.setMaximumPoolSize(1);
        config.setAutoCommit(autoCommit);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    @ParameterizedTest
    @EnumSource
    void oneConnectionIsEnoughAndComesBackAsItWas(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        for (boolean autoCommit : List.of(true, false)) {
            try (HikariDataSource pool = pool(database, family, autoCommit)) {
                Migrator migrator = Migrator.of(pool, FaultyProcess.registry(family));
                assertThat(migrator.upgrade().revisions()).hasSize(12);
                assertThat(migrator.upgrade().revisions()).isEmpty();
                assertThat(migrator.verify().missing()).isEmpty();
                migrator.stampUnverified("head");
                assertThat(migrator.downgrade("base").revisions()).hasSize(12);
                TestRegistry broken =
                        TestRegistry.empty().revision("broken").up(Step.alone("no statement", List.of(), ""));
                assertThatThrownBy(() -> Migrator.of(pool, broken).upgrade()).isInstanceOf(StepFailedException.class);
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
                try (Connection connection = pool.getConnection()) {
                    assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                }
            }
            assertThat(database.recorded()).isEmpty();
        }
    }
}
