package dev.retort.processor.write;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Conditions of which it is plain whether a row satisfies them: a column compared with a number, with words or with a range,
 * and several of these. Nothing here evaluates SQL: of all others nobody knows before a database has tried.
 */
final class PlainCondition {
    private static final Pattern COMPARISON =
            Pattern.compile("([^\\s<>=!]+) ?(<=|>=|<>|!=|=|<|>) ?(-?\\d+(?:\\.\\d+)?|'[^']*')");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern AND = Pattern.compile(" and ", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_WORDS =
            Pattern.compile("\\b(or|not|between|case)\\b|'", Pattern.CASE_INSENSITIVE);

    static final String NULL = "null";

    private PlainCondition() {}

    /**
     * Whether a row satisfies it for certain. What is not known of a null lets a check pass.
     *
     * @param values the literal that a column, as the condition writes it, holds, {@link #NULL} too; empty where nobody knows
     */
    static boolean holds(String condition, Function<String, Optional<String>> values) {
        String plain = Widening.plain(condition);
        return isOnePlain(plain, values)
                || (!OTHER_WORDS.matcher(plain).find()
                        && AND.matcher(plain).find()
                        && Stream.of(AND.split(plain, -1)).allMatch(part -> holds(part, values)));
    }

    private static boolean isOnePlain(String condition, Function<String, Optional<String>> values) {
        return Stream.of(COMPARISON, Widening.LIST, Widening.RANGE)
                .map(pattern -> pattern.matcher(condition))
                .filter(Matcher::matches)
                .filter(found -> Widening.isPlainSubject(found.group(1)))
                .anyMatch(found -> values.apply(found.group(1))
                        .filter(value -> value.equalsIgnoreCase(NULL) || holds(found, value))
                        .isPresent());
    }

    private static boolean holds(Matcher found, String value) {
        if (found.pattern() == Widening.LIST) {
            return Widening.items(found.group(2)).contains(value);
        } else if (found.pattern() == Widening.RANGE) {
            return compare(value, ">=", found.group(2)) && compare(value, "<=", found.group(3));
        }
        return compare(value, found.group(2), found.group(3));
    }

    /** Of texts it is the collation that knows which are equal or come first. */
    private static boolean compare(String value, String operator, String other) {
        if (!NUMBER.matcher(value).matches() || !NUMBER.matcher(other).matches()) {
            return operator.equals("=") && value.equals(other);
        }
        int sign = new BigDecimal(value).compareTo(new BigDecimal(other));
        return switch (operator) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            case ">=" -> sign >= 0;
            case "=" -> sign == 0;
            default -> sign != 0;
        };
    }
}
