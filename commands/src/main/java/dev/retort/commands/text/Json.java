package dev.retort.commands.text;

import java.util.Collection;
import java.util.Map;

/**
 * Writes JSON (RFC 8259): maps in their order, collections, text, numbers, truth values. Indented by two spaces. Reads
 * nothing, which is why it is no library.
 */
public final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /**
     * The text of a value.
     *
     * @throws IllegalArgumentException for a value of another kind
     */
    public static String of(Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.out.toString();
    }

    private void value(Object value, String newLine) {
        if (value instanceof Map<?, ?> map) {
            members(map, newLine);
        } else if (value instanceof Collection<?> items) {
            items(items, newLine);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("no value of JSON: " + value);
        }
    }

    private void members(Map<?, ?> map, String newLine) {
        String separator = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(separator).append(newLine).append("  ");
            text(String.valueOf(member.getKey()));
            out.append(": ");
            value(member.getValue(), newLine + "  ");
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : newLine + "}");
    }

    private void items(Collection<?> items, String newLine) {
        String separator = "[";
        for (Object item : items) {
            out.append(separator).append(newLine).append("  ");
            value(item, newLine + "  ");
            separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : newLine + "]");
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // Lone surrogates would not survive UTF-8.
                    boolean lone = Character.isSurrogate(c) && !isPaired(text, i);
                    if (c < ' ' || lone) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
