package dev.retort.processor.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column as SQL declares it, cut into its clauses; their order does not count. */
final class ColumnFacts {
    /** What a clause begins with, by its name. */
    private static final Map<String, Pattern> CLAUSES = Map.of(
            "collate", starting("collate (?=\\S)"),
            "default", starting("default (?=\\S)"),
            "not null", starting("not null\\b"),
            "null", starting("null\\b"),
            "generated", starting("generated always as (?=[(rt])|as (?=\\()"),
            "unique", starting("unique\\b"),
            "check", starting("check ?(?=\\()"),
            "constraint", starting("constraint (?=\\S+ check ?\\()"),
            "comment", starting("comment (?=')"));

    private final SortedMap<String, List<String>> clauses = new TreeMap<>();

    private ColumnFacts() {}

    private static Pattern starting(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    private record Start(String clause, int end) {}

    /** @param definition what follows the name */
    static ColumnFacts of(String definition) {
        ColumnFacts facts = new ColumnFacts();
        String clause = "type";
        int begin = 0;
        int i = 0;
        while (i < definition.length()) {
            boolean wordStarts = i == 0 || definition.charAt(i - 1) == ' ' || definition.charAt(i - 1) == ')';
            Optional<Start> next = wordStarts ? start(definition, i) : Optional.empty();
            if (next.isPresent()) {
                facts.put(clause, definition.substring(begin, i));
                clause = next.get().clause();
                begin = next.get().end();
                // The first word of a clause begins no other: default null; constraint c check (..).
                i = clause.equals("constraint") ? definition.indexOf('(', begin) : begin;
                i = i < definition.length() ? SqlScanner.skip(definition, i) : i;
            } else {
                i = SqlScanner.skip(definition, i);
            }
        }
        facts.put(clause, definition.substring(begin));
        return facts;
    }

    private static Optional<Start> start(String sql, int at) {
        for (Map.Entry<String, Pattern> clause : CLAUSES.entrySet()) {
            Matcher matcher = clause.getValue().matcher(sql).region(at, sql.length());
            if (matcher.lookingAt()) {
                return Optional.of(new Start(clause.getKey(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private void put(String clause, String text) {
        if (clause.equals("constraint")) {
            clauses.computeIfAbsent("check", name -> new ArrayList<>()).add("constraint " + text.strip());
        } else if (!clause.equals("type") || !text.isBlank()) {
            clauses.computeIfAbsent(clause, name -> new ArrayList<>()).add(text.strip());
        }
    }

    boolean has(String clause) {
        return clauses.containsKey(clause);
    }

    String text(String clause) {
        return String.join(" ", clauses.getOrDefault(clause, List.of()));
    }

    /** Taken out, for what is a fact of the table. */
    List<String> take(String clause) {
        List<String> texts = clauses.remove(clause);
        return texts == null ? List.of() : texts;
    }

    void set(String clause, String value) {
        clauses.put(clause, List.of(value));
    }

    /** That null is allowed, silence says as well. */
    @Override
    public String toString() {
        SortedMap<String, List<String>> told = new TreeMap<>(clauses);
        told.remove("null");
        return told.toString();
    }
}
