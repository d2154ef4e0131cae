package dev.retort.processor.read;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Declarations to environments: each migration goes to the nearest environment at or above its package. */
public final class Reading {
    private static final String SPRING_NAMING = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";
    private static final String SPRING_IMPLICIT_NAMING = "dev.retort.processor.entity.SpringImplicitNaming";

    private static final Pattern SETTING = Pattern.compile("(hibernate|jakarta\\.persistence|org\\.hibernate)\\.");

    private final Elements elements;
    private final Types types;
    private final Options options;
    private final Findings findings;

    private Reading(Elements elements, Types types, Options options, Findings findings) {
        this.elements = elements;
        this.types = types;
        this.options = options;
        this.findings = findings;
    }

    public static List<Environment> read(
            Declarations declarations, Elements elements, Types types, Options options, Findings findings) {
        return new Reading(elements, types, options, findings).environments(declarations);
    }

    private List<Environment> environments(Declarations declarations) {
        Map<String, Annotations> declared = declaredByPackage(declarations);
        Map<String, List<DeclaredRevision>> revisions = new LinkedHashMap<>();
        declared.keySet().forEach(name -> revisions.put(name, new ArrayList<>()));
        List<DeclaredRevision> ungoverned = new ArrayList<>();
        for (TypeElement migration : declarations.migrations()) {
            Optional<String> nearest = declared.keySet().stream()
                    .filter(name -> isWithin(packageOf(migration), name))
                    .max(Comparator.comparingInt(String::length));
            nearest.map(revisions::get).orElse(ungoverned).add(revision(migration));
        }
        MappedClasses mapped = new MappedClasses(declarations, elements, options.entities());
        mapped.unmatchedPatterns()
                .forEach(pattern -> findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                Location.nowhere(),
                                "option -A" + Options.ENTITIES + " names " + pattern
                                        + ", which is no mapped class or package")
                        .help("write qualified names of classes that are entities, or packages as com.acme.*")));
        boolean only = declared.size() + (ungoverned.isEmpty() ? 0 : 1) == 1;
        List<Environment> environments = new ArrayList<>();
        declared.forEach((name, annotation) -> environments.add(
                declaredEnvironment(name, annotation, revisions.getOrDefault(name, List.of()), mapped, only)));
        boolean isBeginning =
                environments.isEmpty() && options.writing().revision().isPresent();
        if (!ungoverned.isEmpty() || isBeginning) {
            environments.add(defaultEnvironment(ungoverned, mapped));
        }
        if (!only && options.registry().isPresent()) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            Location.nowhere(),
                            "option -A" + Options.REGISTRY + " names one registry, but there are " + environments.size()
                                    + " migration environments")
                    .help("name each where it is declared: @MigrationEnvironment(registry = \"…\")"));
        }
        reportSharedRegistries(environments);
        return environments;
    }

    private Map<String, Annotations> declaredByPackage(Declarations declarations) {
        Map<String, Annotations> byPackage = new LinkedHashMap<>();
        for (Element element : declarations.environments()) {
            Annotations annotation =
                    Annotations.on(element, Declarations.ENVIRONMENT, elements).orElseThrow();
            Annotations other = byPackage.putIfAbsent(packageOf(element), annotation);
            if (other != null) {
                findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                new Location.OfAnnotation(element, annotation.mirror()),
                                "package " + packageOf(element) + " has two migration environments")
                        .note("the other is declared on " + other.element())
                        .help("keep one; two databases keep their migrations in two packages"));
            }
        }
        return byPackage;
    }

    private Environment declaredEnvironment(
            String packageName,
            Annotations annotation,
            List<DeclaredRevision> revisions,
            MappedClasses mapped,
            boolean only) {
        for (AnnotationValue value : annotation.list("entityPackages")) {
            if (mapped.isEmpty(String.valueOf(value.getValue()))) {
                findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                new Location.OfAnnotationValue(annotation.element(), annotation.mirror(), value),
                                "package " + value.getValue() + " holds no mapped class")
                        .help("name a package of entities; its subpackages belong to it"));
            }
        }
        String registry = only && options.registry().isPresent()
                ? options.registry().get()
                : qualify(annotation.string("registry"), packageName);
        return new Environment(
                checkedRegistry(registry, place(annotation, "registry")),
                dialects(annotation),
                revisions,
                mapped.of(annotation.types("entities"), annotation.strings("entityPackages")),
                annotation.strings("unmapped"),
                settings(annotation),
                new UnitChoice(
                        annotation.string("persistenceUnit"),
                        annotation.strings("mappingFiles"),
                        !options.entities().isEmpty()
                                || !annotation.list("entities").isEmpty()
                                || !annotation.list("entityPackages").isEmpty()),
                new Location.OfAnnotation(annotation.element(), annotation.mirror()));
    }

    private Environment defaultEnvironment(List<DeclaredRevision> revisions, MappedClasses mapped) {
        String registry = options.registry()
                .orElseGet(() ->
                        qualify("Migrations", revisions.isEmpty() ? packageToBegin(mapped) : commonPackage(revisions)));
        if (!registry.contains(".")
                && revisions.stream().anyMatch(revision -> revision.className().contains("."))) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            revisions.get(0).place(),
                            "the migrations have no package in common that a registry could be written into")
                    .help("name it: -A" + Options.REGISTRY + "=com.acme.Migrations"));
        }
        List<String> dialects = options.dialects().isEmpty() ? List.of("sqlite") : options.dialects();
        return new Environment(
                checkedRegistry(registry, Location.nowhere()),
                parse(dialects, index -> Location.nowhere()),
                revisions,
                mapped.of(List.of(), List.of()),
                List.of(),
                Map.of(),
                new UnitChoice("", List.of(), !options.entities().isEmpty()),
                Location.nowhere());
    }

    private String commonPackage(List<DeclaredRevision> revisions) {
        return PackageNames.common(revisions.stream()
                .map(revision -> packageOf(elements.getTypeElement(revision.className())))
                .toList());
    }

    /** Where the first revision goes when nothing says where. */
    private String packageToBegin(MappedClasses mapped) {
        List<String> packages =
                mapped.of(List.of(), List.of()).stream().map(this::packageOf).toList();
        return qualify("migrations", packages.isEmpty() ? "" : PackageNames.common(packages));
    }

    private List<DatabaseDialect> dialects(Annotations annotation) {
        if (!options.dialects().isEmpty()) {
            return parse(options.dialects(), index -> Location.nowhere());
        }
        List<AnnotationValue> values = annotation.list("dialects");
        if (values.isEmpty()) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            place(annotation, "dialects"),
                            "a migration environment declares no dialect")
                    .help("name the databases that the SQL is for: dialects = \"sqlite\""));
        }
        return parse(
                annotation.strings("dialects"),
                index -> new Location.OfAnnotationValue(annotation.element(), annotation.mirror(), values.get(index)));
    }

    private List<DatabaseDialect> parse(List<String> declared, IntFunction<Location> place) {
        Map<String, DatabaseDialect> byFamily = new LinkedHashMap<>();
        for (int i = 0; i < declared.size(); i++) {
            try {
                DatabaseDialect dialect = DatabaseDialect.parse(declared.get(i));
                if (!dialect.family().isRendered()) {
                    throw new IllegalArgumentException("dialect \"" + declared.get(i)
                            + "\" is not one that Retort writes SQL for: " + Family.words());
                }
                if (byFamily.putIfAbsent(dialect.toString(), dialect) != null) {
                    throw new RefusedException(
                            "dialect " + dialect + " is declared twice, but a registry holds one SQL for a family",
                            "keep one, of the oldest version that is in use");
                }
            } catch (IllegalArgumentException invalid) {
                findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                place.apply(i),
                                Objects.requireNonNullElse(invalid.getMessage(), "a dialect is invalid"))
                        .help(invalid instanceof RefusedException refused ? refused.help() : helpFor(declared.get(i))));
            }
        }
        return List.copyOf(byFamily.values());
    }

    private static String helpFor(String dialect) {
        String near = Families.near(dialect);
        return near.isEmpty() ? "write a family, with the oldest version in use behind a colon: postgresql:16" : near;
    }

    private Map<String, String> settings(Annotations annotation) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (annotation.constant("naming").equals("SPRING_BOOT")) {
            settings.put("hibernate.physical_naming_strategy", SPRING_NAMING);
            settings.put("hibernate.implicit_naming_strategy", SPRING_IMPLICIT_NAMING);
        }
        for (AnnotationValue value : annotation.list("settings")) {
            String setting = String.valueOf(value.getValue());
            int equals = setting.indexOf('=');
            if (equals < 1 || !SETTING.matcher(setting).lookingAt()) {
                findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                new Location.OfAnnotationValue(annotation.element(), annotation.mirror(), value),
                                "setting \"" + setting + "\" is not of the form hibernate.…=value")
                        .help("write name and value of a setting of Hibernate:"
                                + " hibernate.globally_quoted_identifiers=true"));
            } else {
                settings.put(
                        setting.substring(0, equals).trim(),
                        setting.substring(equals + 1).trim());
            }
        }
        return settings;
    }

    private DeclaredRevision revision(TypeElement type) {
        Annotations annotation =
                Annotations.on(type, Declarations.MIGRATION, elements).orElseThrow();
        TypeElement migration = elements.getTypeElement("dev.retort.SchemaMigration");
        return new DeclaredRevision(
                annotation.string("revision"),
                annotation.strings("revises"),
                annotation.string("message"),
                type.getQualifiedName().toString(),
                migration != null && types.isSubtype(types.erasure(type.asType()), migration.asType()),
                place(annotation, "revision"),
                annotation.list("revises").stream()
                        .<Location>map(value -> new Location.OfAnnotationValue(type, annotation.mirror(), value))
                        .toList());
    }

    private void reportSharedRegistries(List<Environment> environments) {
        Map<String, Environment> byRegistry = new LinkedHashMap<>();
        for (Environment environment : environments) {
            if (byRegistry.putIfAbsent(environment.registry(), environment) != null) {
                findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                environment.place(),
                                "two migration environments would generate the registry " + environment.registry())
                        .help("give one of them another name: registry = \"…\""));
            }
        }
    }

    private String checkedRegistry(String registry, Location place) {
        if (!SourceVersion.isName(registry)) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment, place, "registry \"" + registry + "\" is no name of a class")
                    .help("write a name such as AppMigrations, or a qualified one: com.acme.AppMigrations"));
            return "Migrations";
        }
        return registry;
    }

    private static Location place(Annotations annotation, String value) {
        return new Location.OfAnnotationValue(annotation.element(), annotation.mirror(), annotation.value(value));
    }

    private String packageOf(Element element) {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    private static boolean isWithin(String packageName, String ancestor) {
        return ancestor.isEmpty() || packageName.equals(ancestor) || packageName.startsWith(ancestor + ".");
    }

    private static String qualify(String name, String packageName) {
        return name.contains(".") || packageName.isEmpty() ? name : packageName + "." + name;
    }
}
