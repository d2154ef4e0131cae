package dev.retort.processor.entity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate can be asked since 7.4 only. The processor is compiled once and runs with the application's Hibernate, so
 * the methods are looked up; without them the answer is what older versions write.
 */
final class NewerHibernate {
    private static final Optional<Method> EXTRA_DECLARATIONS = method(Table.class, "getExtraDeclarations");
    private static final Optional<Method> NOT_NULL_AFTER_GENERATED_AS =
            method(Dialect.class, "supportsNotNullAfterGeneratedAs");
    private static final Optional<Method> COLUMN_DEFAULT =
            method(Dialect.class, "getColumnDefaultString", String.class);

    private NewerHibernate() {}

    /** Of periods and their columns; empty if there are none. */
    static Optional<String> extraDeclarations(Table table) {
        return EXTRA_DECLARATIONS.flatMap(method -> Optional.ofNullable((String) call(method, table)));
    }

    static boolean supportsNotNullAfterGeneratedAs(Dialect dialect) {
        return NOT_NULL_AFTER_GENERATED_AS
                .map(method -> (Boolean) answer(method, dialect))
                .orElse(true);
    }

    static String columnDefault(Dialect dialect, String value) {
        return COLUMN_DEFAULT
                .map(method -> (String) answer(method, dialect, value))
                .orElse(value);
    }

    private static Optional<Method> method(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return Optional.of(owner.getMethod(name, parameters));
        } catch (NoSuchMethodException older) {
            return Optional.empty();
        }
    }

    private static Object answer(Method method, Object target, Object... arguments) {
        return Objects.requireNonNull(call(method, target, arguments));
    }

    private static @Nullable Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
