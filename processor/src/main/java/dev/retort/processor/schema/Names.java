package dev.retort.processor.schema;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of names. */
public final class Names {

    private Names() {}

    /** {@code (a, b)}, for messages. */
    public static String list(List<Name> names) {
        return names.stream().map(Name::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    public static boolean sameKeys(List<Name> some, List<Name> others) {
        return some.stream()
                .map(Name::key)
                .toList()
                .equals(others.stream().map(Name::key).toList());
    }

    public static boolean contains(List<Name> names, Name name) {
        return names.stream().anyMatch(name::sameKey);
    }

    /** The list with one name replaced wherever it stands. */
    public static List<Name> replace(List<Name> names, Name from, Name to) {
        return names.stream().map(name -> name.sameKey(from) ? to : name).toList();
    }

    /** Whether SQL uses the name as a word of its own, outside strings. */
    public static boolean mentions(String sql, Name name) {
        String withoutStrings = sql.replaceAll("'(?:[^']|'')*'", "''");
        return Pattern.compile(
                        "(?<![\\p{Alnum}_$])" + Pattern.quote(name.text()) + "(?![\\p{Alnum}_$])",
                        Pattern.CASE_INSENSITIVE)
                .matcher(withoutStrings)
                .find();
    }
}
