package dev.retort.processor.entity;

import dev.retort.processor.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Finds the part of the model that a message of Hibernate's speaks of, by the names in it. */
final class MessagePlaces {
    private static final Pattern QUOTED = Pattern.compile("'([\\w.$]+)'");

    private final ModelTypes types;
    private final List<TypeElement> mapped;

    MessagePlaces(ModelTypes types, List<TypeElement> mapped) {
        this.types = types;
        this.mapped = mapped;
    }

    /** @param messages in the order they are to be believed */
    Location find(List<String> messages) {
        return first(messages, this::mapped)
                .or(() -> first(messages, this::other))
                .map(Location::of)
                .orElseGet(() -> mapped.size() == 1 ? Location.of(mapped.get(0)) : Location.nowhere());
    }

    private static Optional<Element> first(List<String> messages, Function<String, Optional<Element>> find) {
        return messages.stream()
                .flatMap(message -> find.apply(message).stream())
                .findFirst();
    }

    /** The mapped class, or its property, that is named first; of two names at one place the longer. */
    private Optional<Element> mapped(String message) {
        record Hit(int start, int length, TypeElement type, String after) {}
        List<Hit> hits = new ArrayList<>();
        for (TypeElement type : mapped) {
            Set<String> names = new LinkedHashSet<>(List.of(types.binaryName(type)));
            names.add(type.getQualifiedName().toString());
            names.add(type.getSimpleName().toString());
            for (String name : names) {
                Matcher match = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])([.\\w$]*)")
                        .matcher(message);
                if (match.find()) {
                    hits.add(new Hit(match.start(), name.length(), type, match.group(1)));
                }
            }
        }
        return hits.stream()
                .min((one, other) -> one.start() != other.start()
                        ? Integer.compare(one.start(), other.start())
                        : Integer.compare(other.length(), one.length()))
                .map(hit -> member(hit.type(), hit.after()));
    }

    /** {@code .pets} after a class' name is its property, if it has one of that name. */
    private static Element member(TypeElement type, String after) {
        String name = after.startsWith(".") ? after.substring(1).split("\\.", 2)[0] : "";
        return PropertyOrigins.memberNamed(type, name).orElse(type);
    }

    /** Some other class of the sources, or else the property that has the named class for its type. */
    private Optional<Element> other(String message) {
        Matcher match = QUOTED.matcher(message);
        while (match.find()) {
            String name = match.group(1);
            Optional<Element> found = types.find(name)
                    .filter(types::isSource)
                    .<Element>map(type -> type)
                    .or(() -> ofType(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Element> ofType(String name) {
        return mapped.stream()
                .flatMap(type -> type.getEnclosedElements().stream())
                .filter(member -> member.getKind() == ElementKind.FIELD)
                .filter(field -> field.asType().toString().equals(name))
                .<Element>map(field -> field)
                .findFirst();
    }
}
