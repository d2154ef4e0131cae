package dev.retort.processor.entity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The types of the compilation by their binary names, and what this stage must know of each. */
final class ModelTypes {
    private static final Set<String> MAPPING_ANNOTATIONS = Set.of(
            "jakarta.persistence.Entity", "jakarta.persistence.MappedSuperclass", "jakarta.persistence.Embeddable");
    private static final String CREATION_CONTEXT = "org.hibernate.generator.GeneratorCreationContext";
    private static final Set<String> CHANGERS = Set.of(
            "org.hibernate.boot.model.relational.ExportableProducer",
            "org.hibernate.generator.AnnotationBasedGenerator",
            "org.hibernate.id.Configurable");

    private final Elements elements;
    private final Types types;
    private final SourceFiles sources;
    private final Map<String, Optional<TypeElement>> byBinaryName = new HashMap<>();

    ModelTypes(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.sources = new SourceFiles(environment);
    }

    SourceFiles sources() {
        return sources;
    }

    Optional<TypeElement> find(String binaryName) {
        Optional<TypeElement> known = byBinaryName.get(binaryName);
        if (known == null) {
            known = search(binaryName);
            byBinaryName.put(binaryName, known);
        }
        return known;
    }

    Optional<PackageElement> findPackage(String name) {
        return Optional.ofNullable(elements.getPackageElement(name));
    }

    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    boolean isSource(TypeElement type) {
        return sources.has(type);
    }

    /** An entity, mapped superclass or embeddable: of these Hibernate wants to know the shape only. */
    boolean isMapped(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .map(DeclaredType::asElement)
                .anyMatch(annotation -> MAPPING_ANNOTATIONS.contains(annotation.toString()));
    }

    /**
     * Whether Hibernate makes an instance of it and calls it: a converter, a user type, a naming strategy, a
     * generator, all that extends Hibernate.
     */
    boolean isBehavior(TypeElement type) {
        return !isMapped(type)
                && type.getKind().isClass()
                && superTypes(type).stream()
                        .map(above -> above.getQualifiedName().toString())
                        .anyMatch(name -> name.startsWith("org.hibernate.")
                                || name.equals("jakarta.persistence.AttributeConverter")
                                || name.equals("java.util.Comparator"));
    }

    /**
     * Whether a generator of values can reach the mapping while it is made: by the context that it is given, or by what it
     * registers in the database.
     */
    boolean mayChangeTheMapping(TypeElement generator) {
        return superTypes(generator).stream()
                        .anyMatch(above ->
                                CHANGERS.contains(above.getQualifiedName().toString()))
                || ElementFilter.constructorsIn(generator.getEnclosedElements()).stream()
                        .flatMap(constructor -> constructor.getParameters().stream())
                        .anyMatch(parameter ->
                                types.erasure(parameter.asType()).toString().equals(CREATION_CONTEXT));
    }

    /** The class that an annotation of a type gives for an attribute. */
    static Optional<TypeElement> classIn(TypeElement annotated, String annotation, String attribute) {
        return annotated.getAnnotationMirrors().stream()
                .filter(mirror ->
                        mirror.getAnnotationType().asElement().toString().equals(annotation))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .map(entry -> entry.getValue().getValue())
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .findFirst();
    }

    /** Empty for types of the unnamed module. */
    Optional<String> moduleOf(TypeElement type) {
        return Optional.ofNullable(elements.getModuleOf(type))
                .filter(module -> !module.isUnnamed())
                .map(module -> module.getQualifiedName().toString());
    }

    /** The type that a field, method or constructor is declared in. */
    static TypeElement ownerOf(Element member) {
        return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
    }

    static PackageElement packageOf(Element element) {
        Element outer = element;
        while (!(outer instanceof PackageElement)) {
            outer = Objects.requireNonNull(outer.getEnclosingElement());
        }
        return (PackageElement) outer;
    }

    private Set<TypeElement> superTypes(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        for (TypeMirror above : types.directSupertypes(type.asType())) {
            if (above instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
                found.add(element);
                found.addAll(superTypes(element));
            }
        }
        return found;
    }

    /** {@code a.B$C} may be the class C in B, or a class whose name has a dollar sign. */
    private Optional<TypeElement> search(String binaryName) {
        for (int end = binaryName.length(); end > 0; end = binaryName.lastIndexOf('$', end - 1)) {
            TypeElement outer = elements.getTypeElement(binaryName.substring(0, end));
            if (outer != null) {
                Optional<TypeElement> found = within(outer, binaryName);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> within(TypeElement outer, String binaryName) {
        String name = binaryName(outer);
        if (name.equals(binaryName)) {
            return Optional.of(outer);
        }
        return binaryName.startsWith(name + "$")
                ? ElementFilter.typesIn(outer.getEnclosedElements()).stream()
                        .flatMap(member -> within(member, binaryName).stream())
                        .findFirst()
                : Optional.empty();
    }
}
