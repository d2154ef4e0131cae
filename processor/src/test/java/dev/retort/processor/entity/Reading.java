package dev.retort.processor.entity;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Corpus.CorpusModel;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.UnitChoice;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.unit.UnitReading;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Runs the stage in javac over sources in memory, as the processor will, and keeps what came of it. */
final class Reading {
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record) +(\\w+)");
    private static final Pattern OF_MODELS = Pattern.compile("^(hibernate|jakarta|lombok|retort)\\b");
    private static final Pattern USES_LOMBOK = Pattern.compile("@lombok\\.|import lombok\\.");

    /** Of the tests' class path what a model can name: javac reads the directory of every archive anew for each model. */
    private static final List<File> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .filter(entry -> !entry.getName().endsWith(".jar")
                    || OF_MODELS.matcher(entry.getName()).find())
            .toList();

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> alsoMapped = new ArrayList<>();
    private final List<Processor> others = new ArrayList<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private String unit = "";
    private final List<String> dialects = new ArrayList<>();
    private @Nullable List<File> classPath;

    /** What a compilation gave. */
    record Result(
            Compilation compilation,
            Optional<ModelSet> models,
            List<String> findings,
            String console,
            Map<String, DatabaseDialect> dialects,
            Map<String, String> resources,
            String unit) {

        Model model(String dialect) {
            if (models.isEmpty()) {
                throw new AssertionError("no model: " + findings + " " + compilation.diagnostics());
            }
            return models.get().model(dialects.get(dialect));
        }

        Schema schema(String dialect) {
            return model(dialect).schema();
        }

        String text(String dialect) {
            return SchemaText.of(schema(dialect));
        }

        String portable(String dialect) {
            return SchemaText.ofPortable(model(dialect));
        }
    }

    static Reading of(String... sources) {
        Reading reading = new Reading();
        for (String source : sources) {
            reading.sources.add(file(source));
        }
        return reading;
    }

    static Reading of(CorpusModel model) {
        Reading reading = of(model.sources().toArray(String[]::new));
        model.settings().forEach(reading::with);
        model.resources().forEach(reading::resource);
        reading.unit = model.unit();
        if (model.sources().stream()
                .anyMatch(source -> USES_LOMBOK.matcher(source).find())) {
            reading.beside(lombok());
        }
        return reading;
    }

    static Processor lombok() {
        try {
            return (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of the file is that of the first type in it. */
    static JavaFileObject file(String source) {
        Matcher pack = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        String prefix = pack.find() ? pack.group(1) + "." : "";
        String name = type.find() ? type.group(1) : "package-info";
        return JavaFileObjects.forSourceString(prefix + name, source);
    }

    Reading with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    Reading in(String... names) {
        return in(List.of(names));
    }

    Reading in(List<String> names) {
        dialects.addAll(names);
        return this;
    }

    /** Classes that come from the class path. */
    Reading mapping(String... classNames) {
        alsoMapped.addAll(List.of(classNames));
        return this;
    }

    Reading beside(Processor processor) {
        others.add(processor);
        return this;
    }

    /** @param path from the root of the class path */
    Reading resource(String path, String text) {
        resources.put(path, text);
        return this;
    }

    Reading onClassPath(List<File> entries) {
        classPath = entries;
        return this;
    }

    Result read() {
        EntityProcessor processor = new EntityProcessor();
        List<Processor> processors = new ArrayList<>(others);
        processors.add(processor);
        Folder folder = Folder.of(resources);
        List<File> entries = new ArrayList<>(List.of(folder.path().toFile()));
        entries.addAll(classPath == null ? CLASS_PATH : classPath);
        com.google.testing.compile.Compiler compiler = com.google.testing.compile.Compiler.javac()
                .withProcessors(processors)
                .withOptions("-Xlint:-processing,-options")
                .withClasspath(entries);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Compilation compilation;
        try (PrintStream captured = new PrintStream(console, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            compilation = compiler.compile(sources);
        } finally {
            System.setOut(out);
            System.setErr(err);
            folder.delete();
        }
        return new Result(
                compilation,
                processor.models,
                processor.findings.all().stream().map(Reading::text).toList(),
                console.toString(StandardCharsets.UTF_8),
                processor.parsed,
                resources,
                unit);
    }

    private static String text(Finding finding) {
        String place = finding.location() instanceof Location.OfElement at
                ? at.element().getEnclosingElement() instanceof TypeElement owner
                        ? owner.getSimpleName() + "." + at.element().getSimpleName()
                        : at.element().getSimpleName().toString()
                : "nowhere";
        return place + ": " + finding.message();
    }

    private final class EntityProcessor extends AbstractProcessor {
        private final Findings findings = new Findings();
        private final Map<String, DatabaseDialect> parsed = new LinkedHashMap<>();
        private Optional<ModelSet> models = Optional.empty();
        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                Set<TypeElement> mapped = new LinkedHashSet<>();
                for (String annotation : List.of("Entity", "MappedSuperclass", "Embeddable", "Converter")) {
                    TypeElement type =
                            processingEnv.getElementUtils().getTypeElement("jakarta.persistence." + annotation);
                    for (Element element : round.getElementsAnnotatedWith(type)) {
                        mapped.add((TypeElement) element);
                    }
                }
                for (String name : alsoMapped) {
                    mapped.add(processingEnv.getElementUtils().getTypeElement(name));
                }
                for (String dialect : dialects.isEmpty() ? List.of("sqlite", "h2") : dialects) {
                    parsed.put(dialect, DatabaseDialect.parse(dialect));
                }
                Environment environment = new Environment(
                        "app.Migrations",
                        List.copyOf(parsed.values()),
                        List.of(),
                        List.copyOf(mapped),
                        List.of(),
                        settings,
                        new UnitChoice(unit, List.of(), false),
                        Location.nowhere());
                models = UnitReading.read(processingEnv, environment, findings)
                        .flatMap(known ->
                                EntityReading.read(processingEnv, known, List.copyOf(parsed.values()), findings));
            }
            return false;
        }
    }
}
