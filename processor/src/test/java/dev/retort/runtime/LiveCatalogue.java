package dev.retort.runtime;

import dev.retort.processor.catalogue.CatalogueLines;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** What the runtime finds when it compares a live database with what the compiler expects of it. */
public final class LiveCatalogue {

    private LiveCatalogue() {}

    /** Everything that is not as expected; the connection stays open, in autocommit mode. */
    public static Verification compare(Connection connection, Schema schema, DatabaseDialect dialect)
            throws SQLException {
        try (Database database = Database.connect(source(connection), Duration.ZERO)) {
            return Verification.of(database, CatalogueLines.of(schema, dialect));
        }
    }

    /** What the history would take before a statement that changes these tables. */
    public static String fingerprint(Connection connection, List<String> tables) throws SQLException {
        try (Database database = Database.connect(source(connection), Duration.ZERO)) {
            return Catalogue.fingerprint(database, tables);
        }
    }

    private static DataSource source(Connection connection) {
        Connection kept = proxy(Connection.class, connection, "close");
        return (DataSource) Proxy.newProxyInstance(
                LiveCatalogue.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
    }

    private static <T> T proxy(Class<T> type, T target, String ignored) {
        return type.cast(Proxy.newProxyInstance(
                LiveCatalogue.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(ignored)) {
                        return null;
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
