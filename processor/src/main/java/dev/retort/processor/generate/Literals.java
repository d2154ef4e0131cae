package dev.retort.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Strings of any length as Java source. */
final class Literals {
    /** A constant of a class file has at most 65,535 bytes, and a character at most three (JVMS §4.4.7). */
    private static final int LONGEST = 20_000;

    private Literals() {}

    static CodeBlock string(String value) {
        if (value.length() <= LONGEST) {
            return CodeBlock.of("$S", value);
        }
        // Not by `+`: javac would fold that into one constant again.
        return CodeBlock.of(
                "$T.join($S, $L)",
                String.class,
                "",
                CodeBlock.join(
                        parts(value).stream()
                                .map(part -> CodeBlock.of("$S", part))
                                .toList(),
                        ", "));
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
