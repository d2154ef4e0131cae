package dev.retort.processor;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of constraints and indexes that a mapping writes: both sides have to use them. */
final class DeclaredNames {
    private static final Pattern ANNOTATION = Pattern.compile(
            "@(?:[\\w.]+\\.)?(?:Index|UniqueConstraint|ForeignKey|CheckConstraint|Check)\\(\\s*(?:(?!\\bname\\b)[^()@])*\\bname\\s*=\\s*\"`?([^\"`]+)`?\"");

    private static final Pattern ELEMENT = Pattern.compile(
            "<(?:index|unique-constraint|foreign-key|check-constraint|[\\w-]*-foreign-key)\\s[^>]*?\\bname=\"`?([^\"`]+)`?\"");

    private final Set<String> names;

    private DeclaredNames(Set<String> names) {
        this.names = names;
    }

    /** @param texts sources in Java, and mappings in XML */
    static DeclaredNames in(Collection<String> texts) {
        return new DeclaredNames(texts.stream()
                .flatMap(text -> Stream.of(ANNOTATION, ELEMENT)
                        .flatMap(pattern -> pattern.matcher(text).results()))
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
    }

    /** In either case, as databases write them. */
    boolean contains(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }
}
