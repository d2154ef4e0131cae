package dev.retort.processor.unit;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Suggestions;
import dev.retort.processor.read.Declarations;
import dev.retort.processor.read.Environment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.xml.sax.SAXParseException;

/** An environment to what Hibernate would be given for it: the environment's own word before {@code persistence.xml}'s. */
public final class UnitReading {
    private static final String PERSISTENCE_XML = "META-INF/persistence.xml";
    private static final String PROPERTIES = "hibernate.properties";
    private static final String ORM_XML = "META-INF/orm.xml";
    private static final Pattern OF_HIBERNATE =
            Pattern.compile("(hibernate|jakarta\\.persistence|javax\\.persistence|org\\.hibernate)\\..*");

    private final Elements elements;
    private final Resources resources;
    private final Environment environment;
    private final Findings findings;

    private UnitReading(ProcessingEnvironment javac, Environment environment, Findings findings) {
        this.elements = javac.getElementUtils();
        this.resources = new Resources(javac.getFiler());
        this.environment = environment;
        this.findings = findings;
    }

    /** Empty when something cannot be found or read: then an error was added to the findings. */
    public static Optional<PersistenceUnit> read(
            ProcessingEnvironment javac, Environment environment, Findings findings) {
        Findings own = new Findings();
        PersistenceUnit unit = new UnitReading(javac, environment, own).read();
        own.all().forEach(findings::add);
        return own.hasErrors() ? Optional.empty() : Optional.of(unit);
    }

    private PersistenceUnit read() {
        Optional<PersistenceXml.Unit> declared = resources.find(PERSISTENCE_XML).flatMap(this::choose);
        String name = environment.unit().persistenceUnit();
        if (!name.isEmpty() && resources.find(PERSISTENCE_XML).isEmpty()) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            environment.place(),
                            "persistence unit \"" + name + "\" is named, but there is no " + PERSISTENCE_XML)
                    .note("looked for in the class output, on the source path, on the class path")
                    .help("put the file there, or leave persistenceUnit out"));
        }
        Map<String, String> settings = new LinkedHashMap<>(ofHibernate(properties()));
        declared.ifPresent(unit -> settings.putAll(ofHibernate(unit.settings())));
        settings.putAll(environment.settings());
        List<JarFile> jars = declared.map(this::jarFiles).orElse(List.of());
        return new PersistenceUnit(mapped(declared, jars), settings, mappingFiles(declared, jars));
    }

    private static Map<String, String> ofHibernate(Map<String, String> settings) {
        Map<String, String> chosen = new LinkedHashMap<>(settings);
        chosen.keySet().removeIf(key -> !OF_HIBERNATE.matcher(key).matches());
        return chosen;
    }

    /** What Hibernate reads before all else; {@code persistence.xml} and the environment go before it. */
    private Map<String, String> properties() {
        Properties properties = new Properties();
        resources.find(PROPERTIES).ifPresent(file -> {
            try {
                properties.load(new ByteArrayInputStream(file.content()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (IllegalArgumentException malformed) {
                findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                environment.place(),
                                PROPERTIES + " cannot be read: " + malformed.getMessage())
                        .help("correct the file: Hibernate could not read it either"));
            }
        });
        Map<String, String> settings = new LinkedHashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> settings.put(key, properties.getProperty(key).strip()));
        return settings;
    }

    /** Those of the unit, where the environment does not choose the entities itself. */
    private List<JarFile> jarFiles(PersistenceXml.Unit unit) {
        List<JarFile> jars = new ArrayList<>();
        if (!environment.unit().entitiesChosen()) {
            for (PersistenceXml.Entry entry : unit.jarFiles()) {
                resources
                        .find(PERSISTENCE_XML)
                        .flatMap(xml -> JarFile.open(xml, PERSISTENCE_XML, entry.text()))
                        .ifPresentOrElse(jars::add, () -> findings.add(notThere(entry)));
            }
        }
        return jars;
    }

    private Finding notThere(PersistenceXml.Entry jar) {
        return Finding.error(
                        FindingId.InvalidEnvironment,
                        environment.place(),
                        PERSISTENCE_XML + ":" + jar.line() + " names the jar file " + jar.text()
                                + ", which is not there while compiling")
                .help("put its classes on the class path and name their packages:"
                        + " @MigrationEnvironment(entityPackages = …)");
    }

    private Optional<PersistenceXml.Unit> choose(Resource file) {
        List<PersistenceXml.Unit> units;
        try {
            units = PersistenceXml.parse(file);
        } catch (SAXParseException notWellFormed) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            environment.place(),
                            PERSISTENCE_XML + ":" + notWellFormed.getLineNumber() + " cannot be read: "
                                    + notWellFormed.getMessage())
                    .help("correct the file: Hibernate could not read it either"));
            return Optional.empty();
        }
        List<String> names = units.stream().map(PersistenceXml.Unit::name).toList();
        String wanted = environment.unit().persistenceUnit();
        if (wanted.isEmpty() && units.size() > 1) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            environment.place(),
                            PERSISTENCE_XML + " declares " + units.size() + " persistence units: "
                                    + String.join(", ", names))
                    .help("choose: @MigrationEnvironment(persistenceUnit = \"" + names.get(0) + "\")"));
            return Optional.empty();
        }
        Optional<PersistenceXml.Unit> chosen = units.stream()
                .filter(unit -> wanted.isEmpty() || unit.name().equals(wanted))
                .findFirst();
        if (chosen.isEmpty() && !wanted.isEmpty()) {
            List<String> near = Suggestions.near(wanted, names);
            String known = String.join(", ", names);
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            environment.place(),
                            PERSISTENCE_XML + " has no persistence unit \"" + wanted + "\"")
                    .note("it declares " + known)
                    .help(near.isEmpty() ? "name one of these" : "did you mean " + String.join(", or ", near) + "?"));
        }
        return chosen;
    }

    private List<TypeElement> mapped(Optional<PersistenceXml.Unit> declared, List<JarFile> jars) {
        if (declared.isEmpty() || environment.unit().entitiesChosen()) {
            return environment.mapped();
        }
        Set<TypeElement> mapped = new LinkedHashSet<>();
        if (!declared.get().excludesUnlisted()) {
            mapped.addAll(environment.mapped());
        }
        for (PersistenceXml.Entry entry : declared.get().classes()) {
            TypeElement type = elements.getTypeElement(entry.text().replace('$', '.'));
            if (type == null) {
                findings.add(Finding.error(
                                FindingId.InvalidEnvironment,
                                environment.place(),
                                PERSISTENCE_XML + ":" + entry.line() + " names class " + entry.text()
                                        + ", which is not there")
                        .help("correct the name, or leave the class out"));
            } else {
                mapped.add(type);
            }
        }
        for (JarFile jar : jars) {
            jar.classes().stream()
                    .flatMap(name -> Optional.ofNullable(elements.getTypeElement(name.replace('$', '.'))).stream())
                    .filter(Declarations::isMapped)
                    .forEach(mapped::add);
        }
        return List.copyOf(mapped);
    }

    private List<MappingFile> mappingFiles(Optional<PersistenceXml.Unit> declared, List<JarFile> jars) {
        List<MappingFile> files = new ArrayList<>();
        List<String> chosen = environment.unit().mappingFiles();
        if (!chosen.isEmpty()) {
            chosen.forEach(name -> add(files, name, "the environment"));
            return files;
        }
        declared.ifPresent(unit ->
                unit.mappingFiles().forEach(entry -> add(files, entry.text(), PERSISTENCE_XML + ":" + entry.line())));
        if (files.stream().noneMatch(file -> file.name().equals(ORM_XML))) {
            resources.find(ORM_XML).ifPresent(found -> parse(files, found));
        }
        jars.forEach(jar -> jar.mappingFile(ORM_XML).ifPresent(found -> parse(files, found)));
        return files;
    }

    private void add(List<MappingFile> files, String name, String by) {
        resources
                .find(name)
                .ifPresentOrElse(
                        found -> parse(files, found),
                        () -> findings.add(Finding.error(
                                        FindingId.InvalidEnvironment,
                                        environment.place(),
                                        by + " names the mapping file " + name + ", which is not there")
                                .note("looked for in the class output, on the source path, on the class path")
                                .help("put the file there, or leave its name out")));
    }

    private void parse(List<MappingFile> files, Resource found) {
        try {
            files.add(MappingFile.parse(found));
        } catch (SAXParseException notWellFormed) {
            findings.add(Finding.error(
                            FindingId.UnreadableModel,
                            environment.place(),
                            found.name() + ":" + notWellFormed.getLineNumber() + " cannot be read: "
                                    + notWellFormed.getMessage())
                    .help("correct the file: Hibernate could not read it either"));
        }
    }
}
