package dev.retort.op;

import java.util.List;

/**
 * A column type, made by the methods of {@link SqlTypes}. Each dialect writes it in its own words. Immutable.
 */
public final class SqlType {
    private final String name;
    private final List<Integer> parameters;
    private final List<String> texts;
    private final List<SqlType> elements;

    SqlType(String name, List<Integer> parameters, List<String> texts, List<SqlType> elements) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.texts = List.copyOf(texts);
        this.elements = List.copyOf(elements);
    }

    /** The name of the method of {@link SqlTypes} that made this type. */
    public String name() {
        return name;
    }

    /** Length, or precision and scale, as given; empty where the type has none or the dialect's default holds. */
    public List<Integer> parameters() {
        return parameters;
    }

    /** The labels of an enumeration, the text of a native type; else empty. */
    public List<String> texts() {
        return texts;
    }

    /** The element type of an array; else empty. */
    public List<SqlType> elements() {
        return elements;
    }
}
