package dev.retort.processor.entity;

import java.util.ArrayList;
import java.util.List;

/** Finds its way in SQL by brackets and quotes. */
final class SqlScanner {
    private static final String QUOTES = "'\"`";

    private SqlScanner() {}

    /** Split at a separator outside brackets and quotes. */
    static List<String> split(String sql, String separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int i = 0;
        while (i < sql.length()) {
            if (sql.startsWith(separator, i)) {
                parts.add(sql.substring(begin, i).strip());
                i += separator.length();
                begin = i;
            } else {
                i = skip(sql, i);
            }
        }
        parts.add(sql.substring(begin).strip());
        return parts;
    }

    /** Behind the character, or behind what a quote or bracket there begins. */
    static int skip(String sql, int at) {
        char c = sql.charAt(at);
        if (QUOTES.indexOf(c) >= 0) {
            int end = sql.indexOf(c, at + 1);
            return end < 0 ? sql.length() : end + 1;
        }
        if (c == '(' || c == '[') {
            char close = c == '(' ? ')' : ']';
            int i = at + 1;
            while (i < sql.length() && sql.charAt(i) != close) {
                i = skip(sql, i);
            }
            return Math.min(i + 1, sql.length());
        }
        return at + 1;
    }

    /** Behind the dotted, perhaps quoted name that begins there. */
    static int endOfName(String sql, int at) {
        int i = at;
        while (i < sql.length() && !Character.isWhitespace(sql.charAt(i)) && sql.charAt(i) != '(') {
            i = skip(sql, i);
        }
        return i;
    }

    /** The text inside brackets that hold all of it. */
    static String unwrap(String sql) {
        String text = sql.strip();
        while (text.startsWith("(") && skip(text, 0) == text.length()) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }
}
