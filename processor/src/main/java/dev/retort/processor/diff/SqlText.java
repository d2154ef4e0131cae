package dev.retort.processor.diff;

import java.util.Locale;

/** Whether two pieces of SQL say the same but for white space, case, quotes that need not be there and outer brackets. */
final class SqlText {

    private SqlText() {}

    static boolean same(String some, String other) {
        return some.equals(other) || normalise(some).equals(normalise(other));
    }

    static String normalise(String sql) {
        StringBuilder out = new StringBuilder(sql.length());
        boolean space = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
                continue;
            }
            int end = i;
            String token;
            if (c == '\'') {
                end = closing(sql, i);
                token = sql.substring(i, end + 1);
            } else if (isNameQuote(sql, i)) {
                end = closing(sql, i);
                token = name(sql.substring(i + 1, Math.max(i + 1, end)));
            } else if (isWord(c)) {
                while (end + 1 < sql.length() && isWord(sql.charAt(end + 1))) {
                    end++;
                }
                token = sql.substring(i, end + 1).toLowerCase(Locale.ROOT);
            } else {
                token = String.valueOf(c);
            }
            // Only between two words does a space say something.
            if (space && out.length() > 0 && isWord(out.charAt(out.length() - 1)) && isWord(token.charAt(0))) {
                out.append(' ');
            }
            out.append(token);
            space = false;
            i = end;
        }
        return withoutOuterBrackets(out.toString());
    }

    /** In brackets a name may stand (SQL Server) or the index of an array. */
    private static boolean isNameQuote(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '[') {
            boolean isIndex =
                    at > 0 && (isWord(sql.charAt(at - 1)) || sql.charAt(at - 1) == ')' || sql.charAt(at - 1) == ']');
            return !isIndex
                    && at + 1 < sql.length()
                    && (Character.isLetter(sql.charAt(at + 1)) || sql.charAt(at + 1) == '_')
                    && sql.indexOf(']', at) > 0;
        }
        return c == '"' || c == '`';
    }

    /** Without its quotes where it reads the same without; else in one kind of quotes for all databases. */
    private static String name(String quoted) {
        return quoted.matches("[a-z_][a-z0-9_]*") ? quoted : '"' + quoted + '"';
    }

    private static int closing(String sql, int open) {
        char quote = sql.charAt(open) == '[' ? ']' : sql.charAt(open);
        for (int i = open + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return sql.length() - 1;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static String withoutOuterBrackets(String sql) {
        String inner = sql;
        while (inner.startsWith("(") && matching(inner) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner;
    }

    private static int matching(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                i = closing(sql, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
