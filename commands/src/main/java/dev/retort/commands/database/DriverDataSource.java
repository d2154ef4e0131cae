package dev.retort.commands.database;

import dev.retort.commands.CommandException;
import dev.retort.commands.ConnectionSettings;
import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database by the driver of a class path that takes its URL. {@code DriverManager} shows a caller the drivers of the
 * caller's own loader only, and would not show these.
 */
final class DriverDataSource implements DataSource {
    private final @Nullable Driver driver;
    private final ConnectionSettings settings;
    private PrintWriter log = new PrintWriter(Writer.nullWriter());

    private DriverDataSource(@Nullable Driver driver, ConnectionSettings settings) {
        this.driver = driver;
        this.settings = settings;
    }

    /** One that gives no connection, for what should ask for none. */
    static DataSource unconnected() {
        return new DriverDataSource(null, new ConnectionSettings("no database", Optional.empty(), Optional.empty()));
    }

    /** @throws CommandException when no driver takes the URL */
    static DataSource of(ClassLoader loader, ConnectionSettings settings) {
        List<String> found = new ArrayList<>();
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!drivers.hasNext()) {
                    break;
                }
                Driver driver = drivers.next();
                if (driver.acceptsURL(settings.url())) {
                    return new DriverDataSource(driver, settings);
                }
                found.add(driver.getClass().getName());
            } catch (ServiceConfigurationError | SQLException | LinkageError broken) {
                // One that cannot be loaded may be another's business: it counts when none else takes the URL.
                found.add(String.valueOf(broken.getMessage()));
            }
        }
        throw new CommandException(
                "no JDBC driver takes the URL " + settings.maskedUrl(),
                found.isEmpty()
                        ? "there is no driver on the class path"
                        : "on the class path are " + String.join(", ", found),
                "add the jar of the database's driver to the class path, or correct the URL");
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password));
        Connection connection = driver == null ? null : driver.connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException("no connection can be made to " + settings.maskedUrl());
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is a part of the settings");
    }

    @Override
    public PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        log = out;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("drivers take it as a parameter of the URL");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the driver logs as it likes");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
