package dev.retort.processor.entity;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the classes whose code Hibernate will run: named in annotations, in settings, or mapped themselves. */
final class BehaviorScan {
    private final ModelTypes types;
    private final Set<TypeElement> found = new LinkedHashSet<>();
    private final Set<TypeElement> seenTypes = new HashSet<>();
    private final Set<Element> seenAnnotations = new HashSet<>();

    private BehaviorScan(ModelTypes types) {
        this.types = types;
    }

    /** @param named names that may be those of classes, from outside the sources */
    static Set<TypeElement> scan(ModelTypes types, List<TypeElement> mapped, Set<String> named) {
        BehaviorScan scan = new BehaviorScan(types);
        mapped.forEach(scan::type);
        named.forEach(name -> types.find(name).ifPresent(scan::consider));
        return scan.found;
    }

    /** What a mapped class refers to belongs to it: superclasses and embeddables, whether they were chosen or not. */
    private void type(TypeElement type) {
        if (!seenTypes.add(type)) {
            return;
        }
        consider(type);
        annotations(type);
        annotations(ModelTypes.packageOf(type));
        considerAll(type.getSuperclass());
        for (Element member : type.getEnclosedElements()) {
            annotations(member);
            memberType(member);
        }
    }

    private void consider(TypeElement type) {
        if (types.isBehavior(type) || hasOwnEnumValues(type)) {
            found.add(type);
        }
    }

    private void memberType(Element member) {
        if (member instanceof ExecutableElement method) {
            considerAll(method.getReturnType());
        } else if (member.getKind() == ElementKind.FIELD) {
            considerAll(member.asType());
        }
    }

    private void considerAll(TypeMirror type) {
        if (type instanceof ArrayType array) {
            considerAll(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            TypeElement element = (TypeElement) declared.asElement();
            if (hasOwnEnumValues(element)) {
                found.add(element);
            }
            if (types.isMapped(element)) {
                type(element);
            }
            declared.getTypeArguments().forEach(this::considerAll);
        }
    }

    /** Hibernate reads the values of a field with {@code @EnumeratedValue} from the constants themselves. */
    private static boolean hasOwnEnumValues(TypeElement type) {
        return type.getKind() == ElementKind.ENUM
                && type.getEnclosedElements().stream()
                        .flatMap(member -> member.getAnnotationMirrors().stream())
                        .anyMatch(annotation -> annotation
                                .getAnnotationType()
                                .toString()
                                .equals("jakarta.persistence.EnumeratedValue"));
    }

    private void annotations(Element annotated) {
        for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
            values(annotation);
            Element type = annotation.getAnnotationType().asElement();
            if (seenAnnotations.add(type)) {
                annotations(type);
            }
        }
    }

    private void values(AnnotationMirror annotation) {
        annotation.getElementValues().values().forEach(value -> value(value.getValue()));
    }

    private void value(Object value) {
        if (value instanceof DeclaredType type && type.asElement() instanceof TypeElement element) {
            consider(element);
        } else if (value instanceof AnnotationMirror annotation) {
            values(annotation);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> value(((AnnotationValue) item).getValue()));
        }
    }
}
