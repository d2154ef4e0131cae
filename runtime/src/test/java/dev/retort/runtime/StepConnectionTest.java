package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StepConnectionTest {

    /** What reached the connection behind. */
    private final List<Method> passed = new ArrayList<>();

    private final Connection behind = (Connection) Proxy.newProxyInstance(
            StepConnectionTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
                passed.add(method);
                return nothing(method.getReturnType());
            });

    private static Object nothing(Class<?> type) {
        return type == boolean.class ? (Object) true : type == int.class ? (Object) 0 : null;
    }

    @Test
    void everyMethodIsRefusedOrPassedOnToItsNamesake() throws Exception {
        StepConnection connection = new StepConnection(behind);
        TreeSet<String> refused = new TreeSet<>();
        for (Method method : Connection.class.getMethods()) {
            if (!Modifier.isAbstract(method.getModifiers()) || method.getName().equals("getAutoCommit")) {
                continue;
            }
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = nothing(method.getParameterTypes()[i]);
            }
            passed.clear();
            try {
                method.invoke(connection, arguments);
                assertThat(passed).containsExactly(method);
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).isInstanceOf(TransactionControlException.class);
                assertThat(passed).isEmpty();
                refused.add(method.getName());
            }
        }
        assertThat(refused)
                .containsExactly(
                        "abort",
                        "close",
                        "commit",
                        "releaseSavepoint",
                        "rollback",
                        "setAutoCommit",
                        "setReadOnly",
                        "setSavepoint",
                        "setTransactionIsolation");
        assertThat(connection.getAutoCommit()).isFalse();
    }
}
