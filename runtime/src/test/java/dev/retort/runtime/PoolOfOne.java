package dev.retort.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** Lends the same connection again and again, and never twice at a time. */
final class PoolOfOne implements RecordingDataSource.Source {

    private final Connection connection;
    private boolean lent;

    PoolOfOne(Connection connection) {
        this.connection = connection;
    }

    boolean lent() {
        return lent;
    }

    @Override
    public Connection connect() throws SQLException {
        if (lent) {
            throw new SQLException("the pool is empty");
        }
        lent = true;
        return (Connection) Proxy.newProxyInstance(
                PoolOfOne.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        lent = false;
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
