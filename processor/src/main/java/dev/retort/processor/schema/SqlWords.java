package dev.retort.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** SQL as words, quoted names and signs, without comments and white space. */
final class SqlWords {

    /**
     * A part of the text.
     *
     * @param text of a name without its quotes, of everything else as it stands
     * @param start of the part with its quotes
     */
    record Word(Kind kind, String text, int start, int end) {
        boolean is(String keyword) {
            return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
        }

        boolean isSign(char sign) {
            return kind == Kind.SIGN && text.charAt(0) == sign;
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED;
        }

        Name name() {
            return new Name(text, kind == Kind.QUOTED);
        }
    }

    enum Kind {
        WORD,
        QUOTED,
        STRING,
        SIGN
    }

    private SqlWords() {}

    static List<Word> of(String sql) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (sql.startsWith("--", i)) {
                int end = sql.indexOf('\n', i);
                i = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", i)) {
                int end = sql.indexOf("*/", i + 2);
                i = end < 0 ? sql.length() : end + 2;
            } else if (c == '\'') {
                int end = closing(sql, i, c);
                words.add(new Word(Kind.STRING, sql.substring(i, end), i, end));
                i = end;
            } else if (c == '"' || c == '`') {
                int end = closing(sql, i, c);
                words.add(new Word(
                        Kind.QUOTED,
                        sql.substring(i + 1, Math.max(i + 1, end - 1)).replace("" + c + c, "" + c),
                        i,
                        end));
                i = end;
            } else if (isOfWord(c)) {
                int end = i;
                while (end < sql.length() && isOfWord(sql.charAt(end))) {
                    end++;
                }
                words.add(new Word(Kind.WORD, sql.substring(i, end), i, end));
                i = end;
            } else {
                words.add(new Word(Kind.SIGN, String.valueOf(c), i, i + 1));
                i++;
            }
        }
        return words;
    }

    /** Two texts that say the same but for white space, case, comments and quotes around names give one. */
    static String normalised(String sql) {
        String joined = of(sql).stream()
                .map(word -> word.isName() ? word.text().toLowerCase(Locale.ROOT) : word.text())
                .collect(Collectors.joining(" "));
        return joined.endsWith(" ;") ? joined.substring(0, joined.length() - 2) : joined;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
    }

    /** Behind the closing quote; the end of the text where there is none. */
    private static int closing(String sql, int open, char quote) {
        int i = open + 1;
        while (i < sql.length()) {
            if (sql.charAt(i) == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
            i++;
        }
        return sql.length();
    }
}
