package dev.retort.processor.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is true of a database, one line each, in the same words whether read from SQL or from a schema of ours. */
final class Facts {
    /** Names that hash what nobody named. */
    private static final Pattern MADE_UP = Pattern.compile("^[`\"\\[]?(FK|UK|IDX|UKx)_?[0-9a-z]{10,}[`\"\\]]?$");

    private final SortedSet<String> lines = new TreeSet<>();

    SortedSet<String> lines() {
        return lines;
    }

    void add(String fact) {
        // The same thing twice would hide that one side has it once.
        String line = fact;
        while (!lines.add(line)) {
            line += " (again)";
        }
    }

    void table(String table) {
        add("table " + table);
    }

    void column(String table, String column, ColumnFacts facts) {
        facts.take("comment").forEach(comment -> comment(table + "." + column, comment));
        facts.take("check").forEach(check -> check(table, check));
        if (!facts.take("unique").isEmpty()) {
            unique(table, "", column, "");
        }
        add("column " + table + "." + column + " " + facts);
    }

    void comment(String of, String literal) {
        add("comment " + of + " " + literal);
    }

    void primaryKey(String table, String name, String columns) {
        add("primary key of " + table + " " + name + "(" + columns + ")");
    }

    void unique(String table, String name, String columns, String tail) {
        add("unique key of " + table + " " + named(name) + "(" + columns + ")" + tail);
    }

    /** @param check {@code constraint name (condition)} or {@code (condition)}, perhaps with options */
    void check(String table, String check) {
        int open = check.indexOf('(');
        int close = SqlScanner.skip(check, open);
        String name = check.substring(0, open)
                .replaceFirst("\\bcheck ?$", "")
                .replaceFirst("^constraint ", "")
                .strip();
        String condition = SqlScanner.unwrap(check.substring(open, close));
        String options = check.substring(close).strip();
        if (name.isEmpty()) {
            // Hibernate joins those of Bean Validation in an order that is another with each run.
            condition = SqlScanner.split(condition, " and ").stream().sorted().collect(Collectors.joining(" and "));
        }
        add("check of " + table + " " + (name.isEmpty() ? "" : name + " ") + "(" + condition + ")"
                + (options.isEmpty() ? "" : " " + options));
    }

    void index(String table, String name, String parts, boolean unique, String tail) {
        List<String> each = new ArrayList<>();
        for (String part : SqlScanner.split(parts, ",")) {
            each.add(part.replaceFirst("(?i) asc$", ""));
        }
        add((unique ? "unique index of " : "index of ") + table + " " + named(name) + "(" + String.join(", ", each)
                + ")" + tail);
    }

    void foreignKey(String table, String name, String rest) {
        add("foreign key of " + table + " " + named(name) + rest);
    }

    /** Empty for what was made up. */
    static String named(String name) {
        return name.isEmpty() || MADE_UP.matcher(name).matches() ? "" : name + " ";
    }
}
