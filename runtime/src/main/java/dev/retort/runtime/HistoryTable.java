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

    static final String NAME = "retort_history";

    static final int LONGEST_PARENTS = 2000;

    private static final String COLUMNS = " ("
            + "revision varchar(64) not null primary key, "
            + "checksum varchar(64) not null, "
            + "applied_at varchar(32), "
            + "applied_by varchar(255), "
            + "duration_ms bigint, "
            + "unfinished_direction varchar(16), "
            + "steps_done integer, "
            + "state_before varchar(64), "
            + "revises varchar(" + LONGEST_PARENTS + "))";

    private static final String SELECT = "select revision, checksum, applied_at, applied_by, duration_ms,"
            + " unfinished_direction, steps_done, state_before, revises from " + NAME;

    // Same order of parameters in both.
    private static final String INSERT = "insert into " + NAME + " (checksum, applied_at, applied_by, duration_ms,"
            + " unfinished_direction, steps_done, state_before, revises, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update " + NAME + " set checksum = ?, applied_at = ?, applied_by = ?,"
            + " duration_ms = ?, unfinished_direction = ?, steps_done = ?, state_before = ?, revises = ?"
            + " where revision = ?";

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
        long duration = result.getLong(5);
        boolean timed = !result.wasNull();
        return new HistoryRow(
                revision,
                result.getString(2),
                result.getString(3),
                result.getString(4),
                timed ? duration : null,
                unfinished == null ? null : direction(revision, unfinished),
                result.getInt(7),
                result.getString(8),
                result.getString(9));
    }

    private static Direction direction(String revision, String word) {
        for (Direction direction : List.of(Direction.UPGRADE, Direction.DOWNGRADE)) {
            if (direction.toString().equals(word)) {
                return direction;
            }
        }
        throw new DatabaseAccessException(
                "the history of " + revision + " cannot be read", "its unfinished_direction is " + word, null);
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

    /** Asks for the table first. */
    static History read(Connection connection) throws SQLException {
        return exists(connection) ? select(connection) : History.NONE;
    }

    static void create(Database database) throws SQLException {
        database.execute(create("create table ", database.tableOptions()));
    }

    static String create(String create, String options) {
        return create + NAME + COLUMNS + options;
    }

    static void put(Connection connection, HistoryRow row) throws SQLException {
        if (write(connection, UPDATE, row) == 0) {
            write(connection, INSERT, row);
        }
    }

    private static int write(Connection connection, String sql, HistoryRow row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.checksum);
            statement.setString(2, row.appliedAt);
            statement.setString(3, row.appliedBy);
            Direction unfinished = row.unfinished;
            statement.setObject(4, row.durationMillis, Types.BIGINT);
            statement.setString(5, unfinished == null ? null : unfinished.toString());
            statement.setObject(6, unfinished == null ? null : row.stepsDone, Types.INTEGER);
            statement.setString(7, row.before);
            statement.setString(8, row.revises);
            statement.setString(9, row.revision);
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
