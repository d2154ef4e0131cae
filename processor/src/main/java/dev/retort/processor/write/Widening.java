package dev.retort.processor.write;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks that allow all that another one does: the same text, more words in its list, or a range that reaches further.
 * So Hibernate's checks grow with a new constant of an enumeration and a new subclass.
 */
final class Widening {
    static final Pattern LIST = Pattern.compile("(.+) in ?\\(((?:[^()']|'[^']*')*)\\)");
    static final Pattern RANGE = Pattern.compile("(.+) between (-?\\d{1,18}) and (-?\\d{1,18})");
    private static final Pattern ITEM = Pattern.compile("'[^']*'|[^,']+");

    private Widening() {}

    /** Whether rows that satisfy one condition satisfy the other one for certain. */
    static boolean of(String before, String after) {
        String old = plain(before);
        String wanted = plain(after);
        return old.equals(wanted) || isLongerList(old, wanted) || isWiderRange(old, wanted);
    }

    private static boolean isLongerList(String before, String after) {
        Matcher old = LIST.matcher(before);
        Matcher wanted = LIST.matcher(after);
        return old.matches()
                && wanted.matches()
                && isPlainSubject(old.group(1))
                && old.group(1).equals(wanted.group(1))
                && items(wanted.group(2)).containsAll(items(old.group(2)));
    }

    private static boolean isWiderRange(String before, String after) {
        Matcher old = RANGE.matcher(before);
        Matcher wanted = RANGE.matcher(after);
        return old.matches()
                && wanted.matches()
                && isPlainSubject(old.group(1))
                && old.group(1).equals(wanted.group(1))
                && Long.parseLong(wanted.group(2)) <= Long.parseLong(old.group(2))
                && Long.parseLong(wanted.group(3)) >= Long.parseLong(old.group(3));
    }

    /** A column: before anything else the rest may mean the opposite, as after {@code not}. */
    static boolean isPlainSubject(String subject) {
        return subject.matches("[\\p{L}\\p{N}_$]+|\"[^\"]+\"|`[^`]+`");
    }

    static Set<String> items(String list) {
        return ITEM.matcher(list)
                .results()
                .map(found -> found.group().strip())
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Without brackets around it all. */
    static String plain(String condition) {
        String text = condition.strip();
        return text.startsWith("(") && text.endsWith(")") && isOnePair(text)
                ? plain(text.substring(1, text.length() - 1))
                : text;
    }

    private static boolean isOnePair(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length() - 1; i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
