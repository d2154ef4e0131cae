package dev.retort.demo;

import dev.retort.runtime.Migrator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;

/** A database in a file, of each kind the demo has migrations for. */
final class DemoDatabase {

    enum Kind {
        SQLITE,
        H2
    }

    private final Kind kind;
    private final DataSource dataSource;

    private DemoDatabase(Kind kind, DataSource dataSource) {
        this.kind = kind;
        this.dataSource = dataSource;
    }

    static DemoDatabase in(Path directory, Kind kind) {
        return switch (kind) {
            case SQLITE -> new DemoDatabase(kind, JobsDatabase.sqlite(directory.resolve("jobs.db")));
            case H2 -> {
                JdbcDataSource dataSource = new JdbcDataSource();
                dataSource.setURL("jdbc:h2:file:" + directory.resolve("jobs"));
                yield new DemoDatabase(kind, dataSource);
            }
        };
    }

    DataSource dataSource() {
        return dataSource;
    }

    Migrator migrator() {
        return JobsDatabase.migrator(dataSource);
    }

    SessionFactory sessions() {
        return kind == Kind.SQLITE ? JobsDatabase.sqliteSessions(dataSource) : JobsDatabase.sessions(dataSource);
    }

    List<String> catalogue() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return kind == Kind.SQLITE ? Catalogue.ofSqlite(connection) : Catalogue.ofH2(connection);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows, their values joined by blanks. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                lines.add(String.join(" ", values));
            }
            return lines;
        }
    }
}
