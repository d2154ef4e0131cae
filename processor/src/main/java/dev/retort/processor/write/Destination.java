package dev.retort.processor.write;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.WritingOptions;
import dev.retort.processor.source.SourcePlaces;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Where a migration of an environment is written: beside the last one, else where the environment is declared, else
 * beside its registry.
 *
 * @param sourceDirectory the root of a source tree
 * @param classNames simple names that the package has
 */
record Destination(Path sourceDirectory, String packageName, List<String> classNames) {

    /** Empty where no folder is known, which is said. */
    static Optional<Destination> of(
            ProcessingEnvironment javac, Environment environment, WritingOptions options, Findings findings) {
        Elements elements = javac.getElementUtils();
        List<Element> places = places(environment, elements);
        boolean isUndeclared = environment.revisions().isEmpty() && !isDeclared(environment);
        String packageName = places.isEmpty() || isUndeclared
                ? packageOf(environment.registry())
                : elements.getPackageOf(places.get(0)).getQualifiedName().toString();
        SourcePlaces sources = new SourcePlaces(javac);
        places.addAll(environment.mapped());
        Optional<Path> root = options.sourceDirectory().isPresent()
                ? given(options.sourceDirectory().get(), findings)
                : places.stream().map(sources::rootOf).flatMap(Optional::stream).findFirst();
        if (root.isEmpty() && options.sourceDirectory().isEmpty()) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            environment.place(),
                            "no source folder is known that the migration could be written into")
                    .help("name it: -A" + WritingOptions.SOURCE_DIRECTORY + "=src/main/java"));
        }
        return root.map(
                directory -> new Destination(directory, packageName, classNames(elements, environment, packageName)));
    }

    private static boolean isDeclared(Environment environment) {
        return environment.place() instanceof Location.OfAnnotation;
    }

    /** The last migration first: a new one goes beside it. */
    private static List<Element> places(Environment environment, Elements elements) {
        List<Element> places = new ArrayList<>();
        List<DeclaredRevision> revisions = environment.revisions();
        revisions.stream()
                .filter(revision ->
                        revisions.stream().noneMatch(other -> other.revises().contains(revision.id())))
                .forEach(head -> addType(head.className(), elements, places));
        revisions.forEach(revision -> addType(revision.className(), elements, places));
        if (environment.place() instanceof Location.OfAnnotation declared) {
            places.add(declared.element());
        }
        return places;
    }

    private static void addType(String className, Elements elements, List<Element> places) {
        TypeElement type = elements.getTypeElement(className);
        if (type != null) {
            places.add(type);
        }
    }

    private static Optional<Path> given(String directory, Findings findings) {
        try {
            Path path = Path.of(directory).toAbsolutePath().normalize();
            if (Files.isDirectory(path)) {
                return Optional.of(path);
            }
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            Location.nowhere(),
                            "option -A" + WritingOptions.SOURCE_DIRECTORY + "=" + directory + " names no folder")
                    .note("looked for " + path)
                    .help("name a folder that is there, such as src/main/java"));
        } catch (InvalidPathException invalid) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            Location.nowhere(),
                            "option -A" + WritingOptions.SOURCE_DIRECTORY + "=" + directory + " is no path: "
                                    + invalid.getReason())
                    .help("name a folder that is there, such as src/main/java"));
        }
        return Optional.empty();
    }

    private static String packageOf(String className) {
        return className.contains(".") ? className.substring(0, className.lastIndexOf('.')) : "";
    }

    private static List<String> classNames(Elements elements, Environment environment, String packageName) {
        List<String> names = new ArrayList<>();
        if (packageOf(environment.registry()).equals(packageName)) {
            names.add(environment.registry().substring(environment.registry().lastIndexOf('.') + 1));
        }
        PackageElement known = elements.getPackageElement(packageName);
        if (known != null) {
            ElementFilter.typesIn(known.getEnclosedElements())
                    .forEach(type -> names.add(type.getSimpleName().toString()));
        }
        return names;
    }
}
