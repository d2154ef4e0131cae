package dev.retort.runtime;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Passes everything on to a real database, and notes it. */
final class RecordingDataSource implements DataSource {

    interface Source {
        Connection connect() throws SQLException;
    }

    private static final Set<String> SILENT =
            Set.of("getMetaData", "getAutoCommit", "createStatement", "prepareStatement", "getCatalog", "getSchema");

    private final Source source;
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile Consumer<String> onSql = sql -> {};
    private volatile Consumer<String> afterSql = sql -> {};

    RecordingDataSource(Source source) {
        this.source = source;
    }

    /** Connects, statements, and calls of connections that change something, in order. */
    List<String> events() {
        return List.copyOf(events);
    }

    void forget() {
        events.clear();
    }

    int open() {
        return open.get();
    }

    int mostOpen() {
        return mostOpen.get();
    }

    /** Called before each statement is executed, and before each commit. */
    RecordingDataSource onSql(Consumer<String> listener) {
        onSql = listener;
        return this;
    }

    /** Called after each statement and commit that was executed without an error. */
    RecordingDataSource afterSql(Consumer<String> listener) {
        afterSql = listener;
        return this;
    }

    @Override
    public Connection getConnection() throws SQLException {
        events.add("connect");
        Connection connection = source.connect();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return proxy(Connection.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("close")) {
                open.decrementAndGet();
            }
            if (!SILENT.contains(name)) {
                events.add(arguments == null ? name : name + " " + arguments[0]);
            }
            if (name.equals("commit")) {
                onSql.accept("commit");
            }
            Object result = call(connection, method, arguments);
            if (name.equals("commit")) {
                afterSql.accept("commit");
            }
            if (result instanceof Statement statement) {
                return statement(statement, name.startsWith("prepare") ? (String) arguments[0] : null);
            }
            return result;
        });
    }

    private Statement statement(Statement statement, String prepared) {
        Class<? extends Statement> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : prepared == null ? Statement.class : PreparedStatement.class;
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                String sql = prepared == null ? (String) arguments[0] : prepared;
                events.add(sql);
                onSql.accept(sql);
                Object result = call(statement, method, arguments);
                afterSql.accept(sql);
                return result;
            }
            return call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(RecordingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
