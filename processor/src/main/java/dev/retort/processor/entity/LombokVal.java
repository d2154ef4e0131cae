package dev.retort.processor.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lombok's {@code val} as Java has it, {@code final var}. Lombok itself replaces it in a later round than its annotations
 * (HandleVal needs all types resolved), and perhaps after we were called in that round.
 */
final class LombokVal {
    private static final Pattern IS_KNOWN = Pattern.compile("\\blombok\\s*\\.\\s*(?:val\\b|\\*)");
    private static final String COMMENT = "//[^\\n]*+|/\\*.*?\\*/";
    private static final String LITERAL =
            "\"\"\".*?(?<!\\\\)\"\"\"|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'";
    private static final String VAL =
            "(?<![\\w$.])(?:final\\s+)?(?:lombok\\s*\\.\\s*)?val(?=\\s+[\\p{L}_$][\\p{L}\\w$]*\\s*[=:])";
    private static final Pattern TEXT =
            Pattern.compile(COMMENT + "|" + LITERAL + "|(?<val>" + VAL + ")", Pattern.DOTALL);

    private LombokVal() {}

    /** @param source of one file; comments and literals stay as they are */
    static String inJava(String source) {
        if (!IS_KNOWN.matcher(source).find()) {
            return source;
        }
        Matcher text = TEXT.matcher(source);
        StringBuilder java = new StringBuilder();
        while (text.find()) {
            text.appendReplacement(
                    java, text.group("val") == null ? Matcher.quoteReplacement(text.group()) : "final var");
        }
        return text.appendTail(java).toString();
    }
}
