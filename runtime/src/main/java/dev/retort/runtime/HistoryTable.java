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

/**
 * Where a database records what was applied, in SQL that every supported database reads alike. Names stand without
 * quotes, so that each database has them in its own case.
 */
final class HistoryTable {

    static final HistoryTable DEFAULT = new HistoryTable("retort_history");

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

    private static final int LONGEST_USER = 255;

    /** As it is written in SQL, with its schema if that was said. */
    final String name;

    private final @Nullable String schema;
    private final String table;

    private HistoryTable(String name) {
        int dot = name.indexOf('.');
        this.name = name;
        this.schema = dot < 0 ? null : name.substring(0, dot);
        this.table = name.substring(dot + 1);
    }

    /** @throws IllegalArgumentException when the name would need quotes */
    static HistoryTable of(String name) {
        if (!name.matches("([A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(name
                    + " cannot name the history: a table, or a schema, a dot and a table, of letters, digits and _");
        }
        return new HistoryTable(name);
    }

    /** For a catalogue, which has the schema before a dot unless it is the default one; in lower case. */
    String literals() {
        String plain = "'" + table.toLowerCase(Locale.ROOT) + "'";
        return schema == null ? plain : plain + ", '" + name.toLowerCase(Locale.ROOT) + "'";
    }

    /** One statement. Fails when there is no table. */
    History select(Connection connection) throws SQLException {
        String query = "select revision, checksum, applied_at, applied_by, duration_ms,"
                + " unfinished_direction, steps_done, state_before, revises from " + name;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
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
    boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String escape = metaData.getSearchStringEscape();
        String catalog = connection.getCatalog();
        String namespace = connection.getSchema();
        if (schema != null && metaData.supportsSchemasInTableDefinitions()) {
            namespace = stored(schema, metaData).replace("_", escape + "_");
        } else if (schema != null) {
            // MariaDB and MySQL: a schema is what JDBC takes for a catalog, which is no pattern.
            catalog = schema;
        }
        String pattern = stored(table, metaData).replace("_", escape + "_");
        try (ResultSet tables = metaData.getTables(catalog, namespace, pattern, null)) {
            return tables.next();
        }
    }

    private static String stored(String name, DatabaseMetaData metaData) throws SQLException {
        if (metaData.storesUpperCaseIdentifiers()) {
            return name.toUpperCase(Locale.ROOT);
        }
        return metaData.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** Asks for the table first. */
    History read(Connection connection) throws SQLException {
        return exists(connection) ? select(connection) : History.NONE;
    }

    void create(Database database) throws SQLException {
        database.execute(create("create table ", database.tableOptions()));
    }

    String create(String create, String options) {
        return create + name + COLUMNS + options;
    }

    void put(Connection connection, HistoryRow row) throws SQLException {
        // Same order of parameters in both.
        String update = "update " + name + " set checksum = ?, applied_at = ?, applied_by = ?, duration_ms = ?,"
                + " unfinished_direction = ?, steps_done = ?, state_before = ?, revises = ? where revision = ?";
        String insert = "insert into " + name + " (checksum, applied_at, applied_by, duration_ms,"
                + " unfinished_direction, steps_done, state_before, revises, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        if (write(connection, update, row) == 0) {
            write(connection, insert, row);
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

    void delete(Connection connection, String revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from " + name + " where revision = ?")) {
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
