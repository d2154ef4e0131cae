package dev.retort.processor.entity;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.hibernate.HibernateException;

/** What went wrong while Hibernate read the model, as findings; the same from several dialects is one. */
final class Rejections {
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+([./][\\w$]+)*$");

    private static final String CHANGE_THE_MAPPING =
            "change the mapping: the application would not start with it either";

    private final ModelTypes types;
    private final MessagePlaces places;
    private final Map<String, String> settings;
    private final Set<String> providers;
    private final RealClasses real;
    private final Findings findings;
    private final Set<Finding> told = new HashSet<>();

    Rejections(
            ModelTypes types,
            List<TypeElement> mapped,
            Map<String, String> settings,
            Set<String> providers,
            RealClasses real,
            Findings findings) {
        this.types = types;
        this.places = new MessagePlaces(types, mapped);
        this.settings = settings;
        this.providers = providers;
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
                                        "the class cannot be read: " + oneLine(reason(chain(failure))))
                                .help(CHANGE_THE_MAPPING)));
    }

    /** Anything thrown while Hibernate was at work. */
    void model(Throwable failure) {
        List<Throwable> causes = chain(failure);
        Optional<Finding> unavailable = unavailable(failure, places.find(messages(causes)));
        if (unavailable.isPresent()) {
            tell(unavailable.get());
        } else if (causes.stream().noneMatch(SkeletonRuntime.MissingCode.class::isInstance)) {
            tell(MappingFileErrors.find(messages(causes))
                    .or(() -> thrownByModel(causes))
                    .orElseGet(() -> Finding.error(
                                    FindingId.UnreadableModel,
                                    places.find(messages(causes)),
                                    "Hibernate rejects the mapping: " + oneLine(reason(causes)))
                            .help(CHANGE_THE_MAPPING)));
        }
    }

    /** A class that a service file plugs into Hibernate's boot, and that cannot be had. */
    void provider(String name, Throwable failure) {
        List<Throwable> causes = chain(failure);
        tell(Finding.error(
                        FindingId.UnavailableClass,
                        types.find(name)
                                .filter(types::isSource)
                                .map(Location::of)
                                .orElse(Location.nowhere()),
                        "a service file plugs " + name + " into Hibernate, and the class cannot be used")
                .note(causes.get(causes.size() - 1).toString())
                .help("put the dependency that holds what it needs on the class path or on the processor path"));
    }

    /** Hibernate wanted a class to do something, and it is a skeleton. */
    void missing(SkeletonRuntime.MissingCode missing) {
        String className = missing.className();
        Finding finding = Finding.error(
                FindingId.UnavailableClass,
                types.find(className)
                        .filter(types::isSource)
                        .map(type -> Location.of(type))
                        .orElse(Location.nowhere()),
                "Hibernate must run " + className.replace('$', '.')
                        + " while the code is compiled, and has no compiled class of it");
        tell(real.failure(className)
                .map(reason -> finding.note("compiling it by itself failed: " + oneLine(reason)))
                .orElse(finding)
                .help("move the class to a module that is compiled before this one, and put that on the class path"
                        + " or on the processor path"));
    }

    private Optional<Finding> unavailable(Throwable failure, Location place) {
        return chain(failure).stream()
                .filter(cause -> cause instanceof NoClassDefFoundError
                        || cause instanceof ClassNotFoundException
                        || cause instanceof TypeNotPresentException)
                .flatMap(cause -> className(cause).stream())
                .findFirst()
                .map(name -> Finding.error(
                                FindingId.UnavailableClass,
                                settings.containsValue(name) ? Location.nowhere() : place,
                                "class " + name.replace('$', '.')
                                        + " is needed to read the model, and is nowhere to be found")
                        .help("put the dependency that holds it on the class path, or on the processor path if"
                                + " Hibernate must run it"));
    }

    /** The class' name is all of the message, or its end. */
    private static Optional<String> className(Throwable cause) {
        if (cause instanceof TypeNotPresentException absent) {
            return Optional.of(absent.typeName());
        }
        Matcher match = CLASS_NAME.matcher(String.valueOf(cause.getMessage()).strip());
        return match.find() ? Optional.of(match.group().replace('/', '.')) : Optional.empty();
    }

    /** An exception that is not Hibernate's, from code of the model: a converter, a strategy. */
    private Optional<Finding> thrownByModel(List<Throwable> causes) {
        Throwable innermost = causes.get(causes.size() - 1);
        if (innermost instanceof HibernateException) {
            return Optional.empty();
        }
        return Stream.of(innermost.getStackTrace())
                .map(StackTraceElement::getClassName)
                .flatMap(name ->
                        types.find(name).filter(type -> types.isSource(type) || providers.contains(name)).stream())
                .findFirst()
                .map(type -> Finding.error(
                                FindingId.UnreadableModel,
                                Location.of(type),
                                "Hibernate ran " + type.getQualifiedName() + ", which threw "
                                        + innermost.getClass().getSimpleName()
                                        + (hasMessage(innermost)
                                                ? ": " + oneLine(String.valueOf(innermost.getMessage()))
                                                : ""))
                        .help("mend " + type.getSimpleName() + ": when the application starts, it would throw too"));
    }

    private void tell(Finding finding) {
        if (told.add(finding)) {
            findings.add(finding);
        }
    }

    /** The innermost word of Hibernate's that says something; else the innermost of all. */
    private static String reason(List<Throwable> outermostFirst) {
        List<Throwable> causes = innermostFirst(outermostFirst);
        return causes.stream()
                .filter(cause -> cause instanceof HibernateException && hasMessage(cause))
                .findFirst()
                .or(() -> causes.stream().filter(Rejections::hasMessage).findFirst())
                .map(cause -> cause instanceof HibernateException
                        ? cause.getMessage()
                        : cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .orElseGet(() -> causes.get(0).getClass().getName());
    }

    private static List<Throwable> innermostFirst(List<Throwable> causes) {
        List<Throwable> reversed = new ArrayList<>(causes);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Innermost first. */
    private static List<String> messages(List<Throwable> causes) {
        return innermostFirst(causes).stream()
                .filter(Rejections::hasMessage)
                .map(cause -> String.valueOf(cause.getMessage()))
                .toList();
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
}
