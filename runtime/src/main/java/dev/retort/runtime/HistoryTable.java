package dev.retort.runtime;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table {@code retort_history}, in SQL that every supported database reads alike. */
final class HistoryTable {

    private static final String NAME = "retort_history";

    private static final String CREATE = "create table " + NAME + " ("
            + "revision varchar(64) not null primary key, "
            + "checksum varchar(64) not null, "
            + "applied_at varchar(32), "
            + "applied_by varchar(255), "
            + "duration_ms bigint, "
            + "unfinished_direction varchar(16), "
            + "steps_done integer)";

    private static final String SELECT = "select revision, checksum, applied_at, applied_by, duration_ms,"
            + " unfinished_direction, steps_done from " + NAME;

    // Same order of parameters in both.
    private static final String INSERT = "insert into " + NAME + " (checksum, applied_at, applied_by, duration_ms,"
            + " unfinished_direction, steps_done, revision) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update " + NAME + " set checksum = ?, applied_at = ?, applied_by = ?,"
            + " duration_ms = ?, unfinished_direction = ?, steps_done = ? where revision = ?";

    private static final int LONGEST_USER = 255;

    private HistoryTable() {}

    /** One statement. Fails when there is no table. */
    static History select(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SELECT)) {
            List<HistoryRow> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return new History(rows);
        }
    }

    private static HistoryRow row(ResultSet result) throws SQLException {
        String revision = result.getString(1);
        String unfinished = result.getString(6);
        Direction direction = unfinished == null ? null : Direction.ofWord(unfinished);
        if (unfinished != null && direction == null) {
            throw new DatabaseAccessException(
                    "the history of " + revision + " cannot be read",
                    "its unfinished_direction is " + unfinished + ", which is neither upgrade nor downgrade",
                    null);
        }
        long duration = result.getLong(5);
        return new HistoryRow(
                revision,
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.wasNull() ? null : duration,
                direction,
                result.getInt(7));
    }

    /** Asks the catalogue, since a failed SELECT has as many wordings as there are databases. */
    static boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String escape = metaData.getSearchStringEscape();
        String pattern = NAME.replace("_", escape + "_");
        if (metaData.storesUpperCaseIdentifiers()) {
            pattern = pattern.toUpperCase(Locale.ROOT);
        }
        try (ResultSet tables = metaData.getTables(connection.getCatalog(), connection.getSchema(), pattern, null)) {
            return tables.next();
        }
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(CREATE);
        }
    }

    static void insert(Connection connection, HistoryRow row) throws SQLException {
        write(connection, INSERT, row);
    }

    static void insertOrUpdate(Connection connection, HistoryRow row) throws SQLException {
        if (write(connection, UPDATE, row) == 0) {
            insert(connection, row);
        }
    }

    private static int write(Connection connection, String sql, HistoryRow row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.checksum());
            statement.setString(2, row.appliedAt());
            statement.setString(3, row.appliedBy());
            if (row.durationMillis() == null) {
                statement.setNull(4, Types.BIGINT);
            } else {
                statement.setLong(4, row.durationMillis());
            }
            if (row.unfinished() == null) {
                statement.setNull(5, Types.VARCHAR);
                statement.setNull(6, Types.INTEGER);
            } else {
                statement.setString(5, row.unfinished().word());
                statement.setInt(6, row.stepsDone());
            }
            statement.setString(7, row.revision());
            return statement.executeUpdate();
        }
    }

    static void delete(Connection connection, String revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from " + NAME + " where revision = ?")) {
            statement.setString(1, revision);
            statement.executeUpdate();
        }
    }

    /** The database user; where a database has none (SQLite), that of the operating system. */
    static @Nullable String user(Connection connection) throws SQLException {
        String user = connection.getMetaData().getUserName();
        if (user == null || user.isBlank()) {
            user = System.getProperty("user.name");
        }
        return user == null || user.length() <= LONGEST_USER ? user : user.substring(0, LONGEST_USER);
    }
}
