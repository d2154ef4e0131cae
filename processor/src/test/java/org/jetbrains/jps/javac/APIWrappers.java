package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Wraps a processing environment the way IntelliJ's build process does, under the name by which it is unwrapped. */
public final class APIWrappers {

    private APIWrappers() {}

    private record Delegate(Object inner, Object shown) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(shown, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    public static <T> T wrap(Class<T> type, T inner) {
        return wrap(type, inner, inner);
    }

    /** Calls go to {@code shown}; unwrapping gives {@code inner}. */
    public static <T> T wrap(Class<T> type, T inner, T shown) {
        return type.cast(Proxy.newProxyInstance(
                APIWrappers.class.getClassLoader(), new Class<?>[] {type}, new Delegate(inner, shown)));
    }

    public static <T> T unwrap(Class<? extends T> type, T wrapped) {
        return Proxy.isProxyClass(wrapped.getClass())
                        && Proxy.getInvocationHandler(wrapped) instanceof Delegate delegate
                ? type.cast(delegate.inner())
                : wrapped;
    }
}
