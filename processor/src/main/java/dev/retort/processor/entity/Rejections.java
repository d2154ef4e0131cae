package dev.retort.processor.entity;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.hibernate.HibernateException;

/** What went wrong while Hibernate read the model, as findings; the same from several dialects is one. */
final class Rejections {
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+([./][\\w$]+)*");

    private final ModelTypes types;
    private final List<TypeElement> mapped;
    private final RealClasses real;
    private final Findings findings;
    private final Set<Finding> told = new HashSet<>();

    Rejections(ModelTypes types, List<TypeElement> mapped, RealClasses real, Findings findings) {
        this.types = types;
        this.mapped = mapped;
        this.real = real;
        this.findings = findings;
    }

    /** A mapped class that cannot be loaded. */
    void classOf(TypeElement type, Throwable failure) {
        unavailable(failure, Location.of(type))
                .ifPresentOrElse(
                        this::tell,
                        () -> tell(Finding.error(
                                FindingId.UnreadableModel,
                                Location.of(type),
                                "the class cannot be read: " + oneLine(reason(failure)))));
    }

    /** Anything thrown while Hibernate was at work. */
    void model(Throwable failure) {
        String reason = oneLine(reason(failure));
        Location place = place(failure);
        Optional<Finding> unavailable = unavailable(failure, place);
        if (unavailable.isPresent()) {
            tell(unavailable.get());
        } else if (chain(failure).stream().noneMatch(SkeletonRuntime.MissingCode.class::isInstance)) {
            tell(Finding.error(FindingId.UnreadableModel, place, "Hibernate rejects the mapping: " + reason));
        }
    }

    /** Hibernate wanted a class to do something, and it is a skeleton. */
    void missing(SkeletonRuntime.MissingCode missing) {
        tell(unavailable(missing.className(), Location.nowhere()));
    }

    private Optional<Finding> unavailable(Throwable failure, Location otherwise) {
        return chain(failure).stream()
                .filter(cause -> cause instanceof NoClassDefFoundError
                        || cause instanceof ClassNotFoundException
                        || cause instanceof TypeNotPresentException)
                .flatMap(cause -> className(cause).stream())
                .findFirst()
                .map(name -> unavailable(name, otherwise));
    }

    private static Optional<String> className(Throwable cause) {
        if (cause instanceof TypeNotPresentException absent) {
            return Optional.of(absent.typeName());
        }
        Matcher match = CLASS_NAME.matcher(String.valueOf(cause.getMessage()));
        return match.matches() ? Optional.of(match.group().replace('/', '.')) : Optional.empty();
    }

    private Finding unavailable(String className, Location otherwise) {
        Location place = types.find(className)
                .filter(types::isSource)
                .map(type -> Location.of(type))
                .orElse(otherwise);
        Finding finding = Finding.error(
                FindingId.UnavailableClass,
                place,
                "Hibernate must run " + className.replace('$', '.') + ", and its code cannot be had");
        Optional<String> failure = real.failure(className);
        return failure.map(reason -> finding.note("compiled by itself: " + oneLine(reason)))
                .orElse(finding)
                .help("move the class to a module that is compiled before this one, and put that on the class path"
                        + " or on the processor path");
    }

    private void tell(Finding finding) {
        if (told.add(finding)) {
            findings.add(finding);
        }
    }

    /** The innermost word of Hibernate's that says something; else the innermost of all. */
    private static String reason(Throwable failure) {
        List<Throwable> causes = chain(failure);
        Collections.reverse(causes);
        return causes.stream()
                .filter(cause -> cause instanceof HibernateException && hasMessage(cause))
                .findFirst()
                .or(() -> causes.stream().filter(Rejections::hasMessage).findFirst())
                .map(cause -> cause instanceof HibernateException
                        ? cause.getMessage()
                        : cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .orElseGet(() -> causes.get(0).getClass().getName());
    }

    private static boolean hasMessage(Throwable cause) {
        return cause.getMessage() != null && !cause.getMessage().isBlank();
    }

    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** The first class or property of the model that a message names, from the innermost message outwards. */
    private Location place(Throwable failure) {
        List<Throwable> causes = chain(failure);
        Collections.reverse(causes);
        return causes.stream()
                .filter(Rejections::hasMessage)
                .flatMap(cause -> named(String.valueOf(cause.getMessage())).stream())
                .findFirst()
                .map(Location::of)
                .orElseGet(() -> mapped.size() == 1 ? Location.of(mapped.get(0)) : Location.nowhere());
    }

    private Optional<Element> named(String message) {
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
}
