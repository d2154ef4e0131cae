package dev.retort.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Strings of any length as Java source. */
final class Literals {
    /** A constant of a class file has at most 65,535 bytes, and a character at most three (JVMS §4.4.7). */
    private static final int LONGEST = 20_000;

    private static final Pattern SEPARATORS = Pattern.compile("(?<=[\\u2028\\u2029])|(?=[\\u2028\\u2029])");

    private Literals() {}

    static CodeBlock string(String value) {
        if (value.length() <= LONGEST) {
            return part(value);
        }
        // Not by `+`: javac would fold that into one constant again.
        return CodeBlock.of(
                "$T.join($S, $L)",
                String.class,
                "",
                CodeBlock.join(parts(value).stream().map(Literals::part).toList(), ", "));
    }

    /** JavaPoet breaks its code at every line separator of Unicode, within a literal too. */
    private static CodeBlock part(String value) {
        return CodeBlock.join(
                Stream.of(SEPARATORS.split(value)).map(Literals::piece).toList(), " + ");
    }

    private static CodeBlock piece(String value) {
        return switch (value) {
            case "\u2028" -> CodeBlock.of("$L", "\"\\u2028\"");
            case "\u2029" -> CodeBlock.of("$L", "\"\\u2029\"");
            default -> CodeBlock.of("$S", value);
        };
    }

    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < value.length(); ) {
            int end = Math.min(value.length(), start + LONGEST);
            if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
                end--;
            }
            parts.add(value.substring(start, end));
            start = end;
        }
        return parts;
    }
}
