package dev.retort.processor.read;

import dev.retort.processor.finding.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code -Aretort.*} options of a compilation.
 *
 * @param dialects instead of those of every environment; empty without the option
 * @param registry a qualified name; empty without the option
 * @param entities qualified names, or packages as {@code com.acme.*}; empty without the option
 * @param driftIsError false for {@code retort.drift=warning}
 * @param surplus what a key, index or check is that only the migrations have
 * @param scripts whether files of SQL are written, {@code retort.scripts=true}
 * @param writing which migration is to be written
 */
public record Options(
        List<String> dialects,
        Optional<String> registry,
        List<String> entities,
        boolean driftIsError,
        Surplus surplus,
        boolean scripts,
        WritingOptions writing) {
    public static final String DIALECTS = "retort.dialects";
    public static final String REGISTRY = "retort.registry";
    public static final String ENTITIES = "retort.entities";
    public static final String DRIFT = "retort.drift";
    public static final String SURPLUS = "retort.surplus";
    public static final String SCRIPTS = "retort.scripts";

    /** The grade of a constraint or index that the model does not declare. */
    public enum Surplus {
        ERROR,
        WARNING,
        IGNORE
    }

    /** For {@code Processor.getSupportedOptions}. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(DIALECTS, REGISTRY, ENTITIES, DRIFT, SURPLUS, SCRIPTS));
        names.addAll(WritingOptions.names());
        return names;
    }

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException for a value that is none of those allowed
     */
    public static Options read(Map<String, String> given) {
        return new Options(
                list(given, DIALECTS),
                Optional.ofNullable(given.get(REGISTRY)).map(String::trim).filter(name -> !name.isEmpty()),
                list(given, ENTITIES),
                word(given, DRIFT, "error", List.of("error", "warning")).equals("error"),
                Surplus.valueOf(word(given, SURPLUS, "warning", List.of("error", "warning", "ignore"))
                        .toUpperCase(Locale.ROOT)),
                word(given, SCRIPTS, "false", List.of("true", "false")).equals("true"),
                WritingOptions.read(given));
    }

    private static List<String> list(Map<String, String> given, String option) {
        return Arrays.stream(given.getOrDefault(option, "").split(","))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String word(Map<String, String> given, String option, String byDefault, List<String> allowed) {
        String value = given.getOrDefault(option, byDefault).trim();
        if (!allowed.contains(value)) {
            throw new RefusedException(
                    "option -A" + option + "=" + value + " is none of " + String.join(", ", allowed),
                    "give it one of these, or leave it out");
        }
        return value;
    }
}
