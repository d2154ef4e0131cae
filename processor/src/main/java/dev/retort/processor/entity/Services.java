package dev.retort.processor.entity;

import dev.retort.processor.unit.Resource;
import dev.retort.processor.unit.Resources;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Service files by which the application's dependencies plug code into Hibernate's boot, as Envers does. A class path
 * cannot be listed from within a processor; so those are found that lie in the class output, that come first on the
 * class path, or that share a jar with a type that the model uses.
 */
final class Services {
    private static final String FOLDER = "META-INF/services/";

    /** Those that can change a schema. */
    private static final List<String> KINDS = List.of(
            "org.hibernate.boot.model.TypeContributor",
            "org.hibernate.boot.spi.AdditionalMappingContributor",
            "org.hibernate.boot.spi.MetadataBuilderInitializer",
            "org.hibernate.boot.spi.MetadataBuilderContributor",
            "org.hibernate.boot.spi.MetadataSourcesContributor",
            "org.hibernate.boot.registry.selector.StrategyRegistrationProvider",
            "org.hibernate.service.spi.ServiceContributor");

    /** Jars that a model need not name a type of. */
    private static final List<String> ANCHORS = List.of("org.hibernate.envers.Audited");

    private final ModelTypes types;
    private final Resources resources;
    private final Map<String, Map<URI, Resource>> files = new LinkedHashMap<>();
    private final Set<URI> seenJars = new LinkedHashSet<>();
    private final Set<TypeElement> seenTypes = new LinkedHashSet<>();

    private Services(ModelTypes types, Resources resources) {
        this.types = types;
        this.resources = resources;
    }

    static Services find(ModelTypes types, Resources resources, List<TypeElement> mapped) {
        Services services = new Services(types, resources);
        KINDS.forEach(kind -> resources.findAll(FOLDER + kind).forEach(found -> services.add(kind, found)));
        ANCHORS.forEach(name -> types.find(name).ifPresent(services::jarOf));
        mapped.forEach(services::referredToBy);
        return services;
    }

    /** The files of a resource's name. */
    List<Resource> files(String name) {
        return name.startsWith(FOLDER)
                ? List.copyOf(files.getOrDefault(name.substring(FOLDER.length()), Map.of())
                        .values())
                : List.of();
    }

    /** Classes that Hibernate will make instances of. */
    Set<String> providers() {
        Set<String> providers = new LinkedHashSet<>();
        files.values().forEach(found -> found.values().forEach(file -> providers.addAll(file.providers())));
        return providers;
    }

    private void add(String kind, Resource file) {
        files.computeIfAbsent(kind, any -> new LinkedHashMap<>()).putIfAbsent(file.place(), file);
    }

    private void referredToBy(TypeElement mapped) {
        annotations(mapped);
        type(mapped.getSuperclass());
        for (Element member : mapped.getEnclosedElements()) {
            annotations(member);
            type(member instanceof ExecutableElement method ? method.getReturnType() : member.asType());
        }
    }

    private void annotations(Element annotated) {
        for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
            type(annotation.getAnnotationType());
        }
    }

    private void type(TypeMirror type) {
        if (type instanceof ArrayType array) {
            type(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            jarOf((TypeElement) declared.asElement());
            declared.getTypeArguments().forEach(this::type);
        }
    }

    private void jarOf(TypeElement type) {
        String name = types.binaryName(type);
        boolean isOfPlatform = Stream.of("java.", "javax.", "jakarta.").anyMatch(name::startsWith);
        if (!seenTypes.add(type) || isOfPlatform || types.isSource(type)) {
            return;
        }
        String path = name.replace('.', '/') + ".class";
        int slash = path.lastIndexOf('/');
        resources
                .inPackage(
                        types.moduleOf(type),
                        path.substring(0, Math.max(slash, 0)).replace('/', '.'),
                        path.substring(slash + 1))
                .ifPresent(found -> filesBeside(found.place(), path));
    }

    private void filesBeside(URI place, String path) {
        String text = place.toString();
        if (!text.endsWith(path) || !seenJars.add(URI.create(text.substring(0, text.length() - path.length())))) {
            return;
        }
        for (String kind : new ArrayList<>(KINDS)) {
            Resources.beside(place, path, FOLDER + kind).ifPresent(found -> add(kind, found));
        }
    }
}
