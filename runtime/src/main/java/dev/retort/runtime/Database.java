package dev.retort.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the application's, and whatever differs from one database family to another: one subclass each.
 * Costs no statement until it is opened. Closing it ends an open transaction, releases the lock, and gives the
 * connection back with every setting as it was.
 */
abstract class Database implements AutoCloseable {

    /** In autocommit mode as long as no subclass says otherwise. */
    final Connection connection;

    /** How long to wait for locks of others. */
    final Duration patience;

    HistoryTable history = HistoryTable.DEFAULT;

    /** Whom to tell how a migration goes on. */
    @Nullable
    MigrationListener listener;

    static final String SAVEPOINT = "SAVEPOINT retort";

    private boolean manualCommitBefore;
    private boolean opened;

    Database(Connection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /**
     * Chosen by the product's name.
     *
     * @throws UnsupportedDatabaseException when it is none of those known
     */
    static Database connect(DataSource dataSource, Duration patience) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            Database database = of(connection, patience);
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
                database.manualCommitBefore = true;
            }
            return database;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException notClosed) {
                e.addSuppressed(notClosed);
            }
            throw e;
        }
    }

    private static Database of(Connection connection, Duration patience) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> new SqliteDatabase(connection, patience);
            case "H2" -> new H2Database(connection, patience);
            case "PostgreSQL" -> new PostgresDatabase(connection, patience);
            case "MariaDB", "MySQL" -> new MysqlDatabase(mysqlFamily(connection, product), connection, patience);
            case "Microsoft SQL Server", "Oracle" -> throw new UnsupportedDatabaseException(product);
            default -> throw new UnsupportedDatabaseException(product, "SQLite, H2, PostgreSQL, MariaDB, MySQL");
        };
    }

    /** MySQL's driver takes MariaDB for MySQL; its version says what it is. */
    private static String mysqlFamily(Connection connection, String product) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        return product.equals("MariaDB") || version.contains("MariaDB") ? "mariadb" : "mysql";
    }

    /** From here on statements wait for the locks of others. Takes no lock yet. */
    final void open() throws SQLException {
        if (!opened) {
            opened = true;
            prepare();
        }
    }

    @Override
    public final void close() throws SQLException {
        try (connection) {
            try {
                if (opened) {
                    restore();
                }
            } finally {
                if (manualCommitBefore) {
                    connection.setAutoCommit(false);
                }
            }
        }
    }

    /** The word for it in {@link MigrationRegistry#dialects}. */
    abstract String family();

    /** Whether a transaction takes DDL back; if not, progress is recorded step by step. */
    abstract boolean transactionalDdl();

    /** Whether the lock is that of a transaction, so that others may come in between two revisions. */
    boolean locksInTransaction() {
        return false;
    }

    /** What stands behind the columns of a table of ours. */
    String tableOptions() {
        return "";
    }

    /**
     * A query for {@link Catalogue}, without Retort's own tables: the table that an item belongs to, the item, what is to
     * be known of it. Items of the default schema, and of those that {@code {schemas}} stands for, each after a comma.
     * {@code {named x}} stands for a condition on the plain name of the table, {@code {history}} for the names of the
     * history, in lower case.
     */
    abstract String catalogue();

    /** Whether names of tables and columns that differ in case only are one. */
    boolean ignoresCase() {
        return false;
    }

    /** Whether a lock that others hold is what failed. */
    abstract boolean isBusy(SQLException failure);

    /** Sets the connection up to wait for the locks of others. */
    abstract void prepare() throws SQLException;

    /** Ends an open transaction, releases the lock, and takes back what {@link #prepare} and others set. */
    abstract void restore() throws SQLException;

    /**
     * Keeps other migrations out until this is closed, or until its process dies. Does nothing where a transaction does
     * that.
     *
     * @throws LockUnavailableException when it could not be had in time
     */
    abstract void lock() throws SQLException;

    /**
     * Starts a transaction.
     *
     * @param rebuildsTables whether a {@link Step.ForeignKeyCheck} is to come
     */
    abstract void begin(boolean rebuildsTables) throws SQLException;

    /**
     * Between two steps.
     *
     * @throws TransactionControlException when the step has ended the transaction, where that can be told
     */
    abstract void afterStep() throws SQLException;

    /**
     * Shows that the transaction is still the one that {@link #SAVEPOINT} was set in.
     *
     * @throws TransactionControlException when it is not
     */
    final void renewSavepoint() throws SQLException {
        try {
            execute("RELEASE " + SAVEPOINT);
        } catch (SQLException e) {
            throw TransactionControlException.ended(e);
        }
        execute(SAVEPOINT);
    }

    /**
     * Runs a statement outside of any transaction, after a commit, and begins the next one.
     *
     * @throws SQLException when it fails
     */
    void executeAlone(String sql) throws SQLException {
        execute(sql);
    }

    abstract void commit() throws SQLException;

    abstract void rollback() throws SQLException;

    /** Whether others may have written since this was asked last. Inside a transaction only. */
    abstract boolean historyMayHaveChanged() throws SQLException;

    /** The rows that refer to rows that are not there. */
    abstract List<String> foreignKeyViolations() throws SQLException;

    final void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Run as it is: braces are no JDBC escapes.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    final long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            if (!result.next()) {
                throw new SQLException(query + " returned nothing");
            }
            return result.getLong(1);
        }
    }
}
