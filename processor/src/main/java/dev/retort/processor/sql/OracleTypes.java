package dev.retort.processor.sql;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which types Oracle changes into which while the column holds rows (SQL Language Reference, ALTER TABLE, modify). */
final class OracleTypes {
    private static final Pattern TYPE = Pattern.compile("(?s)([^(]+)(?:\\((\\d+)(?:\\s*,\\s*(\\d+))?[^)]*\\))?(.*)");
    private static final List<String> RESIZABLE = List.of("varchar2", "nvarchar2", "char", "nchar", "raw");

    private OracleTypes() {}

    /**
     * Whether {@code modify} takes the new type whatever the rows are, or refuses only rows that do not fit. Other
     * types need an empty column (ORA-01439, ORA-01440, ORA-30082), and large objects cannot be had from or become others
     * (ORA-22858, ORA-22859).
     */
    static boolean keepsRows(String before, String after) {
        Matcher from = parts(before);
        Matcher to = parts(after);
        if (!from.group(1).equals(to.group(1)) || !from.group(4).equals(to.group(4))) {
            return false;
        }
        if (before.equals(after) || RESIZABLE.contains(from.group(1))) {
            return true;
        }
        return switch (from.group(1)) {
            case "number" ->
                number(to, 3) >= number(from, 3) && number(to, 2) - number(to, 3) >= number(from, 2) - number(from, 3);
            case "timestamp", "float" -> number(to, 2) >= number(from, 2);
            default -> false;
        };
    }

    private static Matcher parts(String type) {
        Matcher parts = TYPE.matcher(type.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("no type: " + type);
        }
        return parts;
    }

    private static int number(Matcher type, int group) {
        String digits = type.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
