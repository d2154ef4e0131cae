package dev.retort.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The values of one annotation on one element, defaults included. */
final class Annotations {
    private final Element element;
    private final AnnotationMirror mirror;
    private final Elements elements;

    private Annotations(Element element, AnnotationMirror mirror, Elements elements) {
        this.element = element;
        this.mirror = mirror;
        this.elements = elements;
    }

    static Optional<Annotations> on(Element element, String annotation, Elements elements) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (qualifiedName(mirror).equals(annotation)) {
                return Optional.of(new Annotations(element, mirror, elements));
            }
        }
        return Optional.empty();
    }

    static boolean isPresent(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> qualifiedName(mirror).equals(annotation));
    }

    private static String qualifiedName(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    Element element() {
        return element;
    }

    AnnotationMirror mirror() {
        return mirror;
    }

    AnnotationValue value(String name) {
        return elements.getElementValuesWithDefaults(mirror).entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(mirror + " has no " + name));
    }

    String string(String name) {
        return value(name).getValue() instanceof String text ? text : "";
    }

    /** The values of an array; a value that is not an array stands for one of one. */
    List<AnnotationValue> list(String name) {
        AnnotationValue value = value(name);
        if (value.getValue() instanceof List<?> list) {
            return list.stream().map(AnnotationValue.class::cast).toList();
        }
        return List.of(value);
    }

    List<String> strings(String name) {
        return list(name).stream()
                .map(value -> value.getValue() instanceof String text ? text : "")
                .toList();
    }

    /** The classes of an array; what does not resolve is left to the compiler to complain of. */
    List<TypeElement> types(String name) {
        return list(name).stream()
                .map(AnnotationValue::getValue)
                .filter(TypeMirror.class::isInstance)
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .toList();
    }

    /** The simple name of an enum constant. */
    String constant(String name) {
        return value(name).getValue().toString();
    }
}
