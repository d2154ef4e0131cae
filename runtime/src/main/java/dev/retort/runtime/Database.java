package dev.retort.runtime;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A database family: one implementation each, and whatever differs between them behind it. Stateless. */
interface Database {

    /** The word for it in {@link MigrationRegistry#dialects}. */
    String family();

    /** As {@link DatabaseMetaData#getDatabaseProductName} has it. */
    String product();

    /**
     * Takes no lock yet.
     *
     * @param connection in autocommit mode
     * @param patience how long the session waits for locks of others
     */
    DatabaseSession open(Connection connection, Duration patience) throws SQLException;

    /** Whether a lock that others hold is what failed. */
    boolean isBusy(SQLException failure);

    /**
     * By the product's name.
     *
     * @throws UnsupportedDatabaseException when it is none of those known
     */
    static Database of(Connection connection) throws SQLException {
        List<Database> known = List.of(new SqliteDatabase(), new H2Database());
        String product = connection.getMetaData().getDatabaseProductName();
        return known.stream()
                .filter(database -> database.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new UnsupportedDatabaseException(
                        product, known.stream().map(Database::product).toList()));
    }
}
