package dev.retort.processor.source;

import dev.retort.op.ConnectionAction;
import dev.retort.op.Operations;
import dev.retort.processor.finding.Suggestions;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of {@code dev.retort.op}, and of nothing else. A method added there needs no word here: the right
 * overload is found as the compiler would find it, as far as the vocabulary's parameter types go.
 */
final class Vocabulary {
    static final String PACKAGE = Operations.class.getPackageName();

    private Vocabulary() {}

    static boolean isPartOf(String qualifiedClassName) {
        return qualifiedClassName.startsWith(PACKAGE + ".")
                && qualifiedClassName.indexOf('.', PACKAGE.length() + 1) < 0;
    }

    /** The class of the vocabulary with this name, for its static methods and constants. */
    static Class<?> load(String qualifiedClassName) {
        try {
            return Class.forName(qualifiedClassName, true, Vocabulary.class.getClassLoader());
        } catch (ClassNotFoundException versionsDiffer) {
            throw new IllegalStateException(
                    qualifiedClassName + " is on the class path but not on the processor path: retort-annotations and"
                            + " retort-processor are of different versions",
                    versionsDiffer);
        }
    }

    /** The interface of the vocabulary that an object implements; empty for other values. */
    static Optional<Class<?>> interfaceOf(Object value) {
        return Stream.of(value.getClass().getInterfaces())
                .filter(type -> isPartOf(type.getName()))
                .<Class<?>>map(type -> type)
                .findFirst();
    }

    /** No method of that name takes these arguments. */
    static final class NoSuchCall extends Exception {
        private static final long serialVersionUID = 1L;

        private final String help;

        NoSuchCall(String message, String help) {
            super(message, null, false, false);
            this.help = help;
        }

        String help() {
            return help;
        }
    }

    /**
     * @param target null for a static method
     * @return null for a method without result
     * @throws NoSuchCall saying what there is instead
     * @throws IllegalArgumentException when the method itself refuses its arguments
     */
    static @Nullable Object call(Class<?> owner, @Nullable Object target, String name, List<Object> arguments)
            throws NoSuchCall {
        List<Method> named = Stream.of(owner.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == (target == null))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
        if (named.isEmpty()) {
            throw new NoSuchCall(owner.getSimpleName() + " has no method " + name, didYouMean(owner, name));
        }
        Method method = named.stream()
                .filter(candidate -> cost(candidate, arguments) < Integer.MAX_VALUE)
                .min(Comparator.comparingInt(candidate -> cost(candidate, arguments)))
                .orElseThrow(() -> new NoSuchCall(
                        name + " takes "
                                + named.stream()
                                        .map(Vocabulary::parameters)
                                        .sorted()
                                        .collect(Collectors.joining(" or "))
                                + ", not "
                                + arguments.stream()
                                        .map(Vocabulary::describe)
                                        .collect(Collectors.joining(", ", "(", ")")),
                        name.equals("run")
                                ? "put the code into a static method and name it: op.run(Backfill::themes)"
                                : "call it with what it takes"));
        try {
            return method.invoke(target, convert(method, arguments));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether values of any kind go into the call, as into a row. */
    static boolean takesNull(Class<?> owner, String name) {
        return Stream.of(owner.getMethods())
                .anyMatch(method -> method.getName().equals(name)
                        && method.isVarArgs()
                        && method.getParameterTypes()[method.getParameterCount() - 1] == Object[].class);
    }

    private static String didYouMean(Class<?> owner, String name) {
        List<String> near = Suggestions.near(
                name,
                Stream.of(owner.getMethods())
                        .filter(method -> method.getDeclaringClass() != Object.class)
                        .map(Method::getName)
                        .distinct()
                        .toList());
        return near.isEmpty()
                ? "only what " + owner.getSimpleName() + " declares is read"
                : "did you mean " + String.join(", or ", near) + "?";
    }

    /** Lower is nearer; the greatest value for a method that does not fit. */
    private static int cost(Method method, List<Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        int direct = types.length == arguments.size() ? sum(types, arguments, types.length) : Integer.MAX_VALUE;
        if (direct < Integer.MAX_VALUE || !method.isVarArgs() || arguments.size() < types.length - 1) {
            return direct;
        }
        int fixed = sum(types, arguments, types.length - 1);
        if (fixed == Integer.MAX_VALUE) {
            return fixed;
        }
        int total = 1000 + fixed;
        for (Object rest : arguments.subList(types.length - 1, arguments.size())) {
            int cost = cost(types[types.length - 1].getComponentType(), rest);
            if (cost == Integer.MAX_VALUE) {
                return cost;
            }
            total += cost;
        }
        return total;
    }

    private static int sum(Class<?>[] types, List<Object> arguments, int count) {
        int total = 0;
        for (int i = 0; i < count; i++) {
            int cost = cost(types[i], arguments.get(i));
            if (cost == Integer.MAX_VALUE) {
                return cost;
            }
            total += cost;
        }
        return total;
    }

    private static int cost(Class<?> type, Object argument) {
        if (type == Consumer.class) {
            return argument instanceof Consumer<?> ? 0 : Integer.MAX_VALUE;
        }
        if (type.isArray()) {
            return argument instanceof Values.ArrayValue array
                            && array.items().stream().allMatch(type.getComponentType()::isInstance)
                    ? 0
                    : Integer.MAX_VALUE;
        }
        if (!type.isPrimitive()) {
            return type.isInstance(argument) ? 0 : Integer.MAX_VALUE;
        }
        if (type == boolean.class) {
            return argument instanceof Boolean ? 0 : Integer.MAX_VALUE;
        }
        if (type == int.class) {
            return argument instanceof Integer ? 0 : argument instanceof Character ? 1 : Integer.MAX_VALUE;
        }
        if (type == long.class) {
            return argument instanceof Long
                    ? 0
                    : argument instanceof Integer || argument instanceof Character ? 2 : Integer.MAX_VALUE;
        }
        return type == double.class && argument instanceof Number
                ? argument instanceof Double ? 0 : 4
                : Integer.MAX_VALUE;
    }

    private static Object[] convert(Method method, List<Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        List<Object> converted = new ArrayList<>();
        boolean direct = types.length == arguments.size() && sum(types, arguments, types.length) < Integer.MAX_VALUE;
        int fixed = direct ? types.length : types.length - 1;
        for (int i = 0; i < fixed; i++) {
            converted.add(convert(types[i], arguments.get(i)));
        }
        if (!direct) {
            Class<?> component = types[fixed].getComponentType();
            Object rest = Array.newInstance(component, arguments.size() - fixed);
            for (int i = fixed; i < arguments.size(); i++) {
                Array.set(rest, i - fixed, convert(component, arguments.get(i)));
            }
            converted.add(rest);
        }
        return converted.toArray();
    }

    private static Object convert(Class<?> type, Object argument) {
        Object number = argument instanceof Character character ? Integer.valueOf(character) : argument;
        if (type == int.class && number instanceof Number value) {
            return value.intValue();
        } else if (type == long.class && number instanceof Number value) {
            return value.longValue();
        } else if (type == double.class && number instanceof Number value) {
            return value.doubleValue();
        } else if (type.isArray() && argument instanceof Values.ArrayValue array) {
            Object items =
                    Array.newInstance(type.getComponentType(), array.items().size());
            for (int i = 0; i < array.items().size(); i++) {
                Array.set(items, i, array.items().get(i));
            }
            return items;
        }
        return argument;
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type.isArray()
                        ? type.getComponentType().getSimpleName() + "..."
                        : type == Consumer.class
                                ? "a lambda"
                                : type == ConnectionAction.class ? "a method reference" : type.getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String describe(Object argument) {
        if (argument instanceof Consumer<?>) {
            return "a lambda";
        } else if (argument instanceof Values.RunReference) {
            return "a method reference";
        } else if (argument instanceof Values.ArrayValue) {
            return "an array";
        } else if (argument instanceof Values.ListValue) {
            return "a list";
        } else if (argument instanceof Integer) {
            return "int";
        } else if (argument instanceof Long
                || argument instanceof Double
                || argument instanceof Boolean
                || argument instanceof Character) {
            return argument.getClass()
                    .getSimpleName()
                    .replace("Character", "char")
                    .toLowerCase(Locale.ROOT);
        }
        return interfaceOf(argument)
                .<Class<?>>map(type -> type)
                .orElse(argument.getClass())
                .getSimpleName();
    }
}
