package dev.retort.processor.read;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The annotated elements of a compilation, gathered over its rounds, in an order that does not depend on the compiler's. */
public final class Declarations {
    static final String MIGRATION = "dev.retort.Migration";
    static final String ENVIRONMENT = "dev.retort.MigrationEnvironment";
    private static final List<String> MAPPED = List.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Converter");

    /** In code that was written out by Lombok before it is compiled. */
    private static final Set<String> LEFT_BY_LOMBOK = Set.of("lombok.Generated", "lombok.NonNull");

    private final Elements elements;
    private final Map<String, TypeElement> migrations = new LinkedHashMap<>();
    private final Map<String, Element> environments = new LinkedHashMap<>();
    private final Map<String, TypeElement> mapped = new LinkedHashMap<>();

    public Declarations(Elements elements) {
        this.elements = elements;
    }

    /** For {@code Processor.getSupportedAnnotationTypes}. */
    public static Set<String> annotations() {
        return Set.of(MIGRATION, ENVIRONMENT, MAPPED.get(0), MAPPED.get(1), MAPPED.get(2), MAPPED.get(3));
    }

    public void add(RoundEnvironment round) {
        collect(round, MIGRATION).forEach(type -> migrations.put(name(type), (TypeElement) type));
        collect(round, ENVIRONMENT).forEach(element -> environments.put(name(element), element));
        for (String annotation : MAPPED) {
            collect(round, annotation).forEach(type -> mapped.put(name(type), (TypeElement) type));
        }
    }

    /**
     * Entities alone do not make a user of Retort.
     *
     * @param isBeginning whether a revision is asked for, which may be the first
     */
    public boolean useRetort(boolean isBeginning) {
        return !migrations.isEmpty() || !environments.isEmpty() || (isBeginning && !mapped.isEmpty());
    }

    /** Whether a mapped class, a migration or an environment names types that are not there, or not yet. */
    public boolean hasUnresolvedTypes() {
        return Stream.concat(fresh(mapped).stream(), fresh(migrations).stream()).anyMatch(Declarations::isUnresolved)
                || environments().stream().anyMatch(this::namesUnresolvedEntities);
    }

    /**
     * Whether Lombok has classes of this round to add members to. It asks for another round, in which they are seen; in
     * this one only if it is called before us.
     */
    public boolean isRewrittenByLombok(RoundEnvironment round) {
        return elements.getTypeElement("lombok.Lombok") != null
                && round.getRootElements().stream().anyMatch(Declarations::usesLombok);
    }

    private static boolean usesLombok(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(Declarations::isOfLombok)
                || element.getEnclosedElements().stream().anyMatch(Declarations::usesLombok);
    }

    private static boolean isOfLombok(AnnotationMirror annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.startsWith("lombok.") && !LEFT_BY_LOMBOK.contains(name);
    }

    /** javac has a text in the place of a class that it cannot find. */
    private boolean namesUnresolvedEntities(Element environment) {
        return Annotations.on(environment, ENVIRONMENT, elements).stream()
                .flatMap(annotation -> annotation.list("entities").stream())
                .anyMatch(value -> !(value.getValue() instanceof DeclaredType type) || isUnresolved(type));
    }

    private static boolean isUnresolved(TypeElement type) {
        return isUnresolved(type.getSuperclass())
                || type.getInterfaces().stream().anyMatch(Declarations::isUnresolved)
                || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .anyMatch(field -> isUnresolved(field.asType()))
                || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(method -> isUnresolved(method.getReturnType()));
    }

    private static boolean isUnresolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return isUnresolved(((ArrayType) type).getComponentType());
        }
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(Declarations::isUnresolved));
    }

    /** Elements of earlier rounds are stale once a later one has begun: each is looked up again. */
    List<TypeElement> migrations() {
        return fresh(migrations);
    }

    List<TypeElement> mapped() {
        return fresh(mapped);
    }

    List<Element> environments() {
        return environments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() instanceof PackageElement
                        ? entry.getValue()
                        : Objects.requireNonNullElse(
                                elements.getTypeElement(entry.getKey()), (TypeElement) entry.getValue()))
                .toList();
    }

    /** Whether it is an entity, a mapped superclass, an embeddable or a converter. */
    public static boolean isMapped(TypeElement type) {
        return MAPPED.stream().anyMatch(annotation -> Annotations.isPresent(type, annotation));
    }

    private List<TypeElement> fresh(Map<String, TypeElement> types) {
        return types.values().stream()
                .map(type -> Objects.requireNonNullElse(elements.getTypeElement(name(type)), type))
                .sorted(Comparator.comparing(Declarations::name))
                .toList();
    }

    private Set<? extends Element> collect(RoundEnvironment round, String annotation) {
        TypeElement type = elements.getTypeElement(annotation);
        return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
    }

    private static String name(Element element) {
        return element instanceof PackageElement packageElement
                ? packageElement.getQualifiedName().toString()
                : ((TypeElement) element).getQualifiedName().toString();
    }
}
