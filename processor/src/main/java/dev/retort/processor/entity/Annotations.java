package dev.retort.processor.entity;

import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Copies annotations into a class file: those that can be seen at run time, for no other is read by Hibernate. */
final class Annotations {
    private static final String RETENTION = "java.lang.annotation.Retention";

    private final Signatures signatures;

    Annotations(Signatures signatures) {
        this.signatures = signatures;
    }

    /** As ASM's visitors for classes, fields, methods and record components have it. */
    @FunctionalInterface
    interface Target {
        @Nullable
        AnnotationVisitor visit(String descriptor, boolean visible);
    }

    void copy(AnnotatedConstruct from, Target to) {
        for (AnnotationMirror annotation : from.getAnnotationMirrors()) {
            if (isVisibleAtRunTime(annotation)) {
                AnnotationVisitor out = to.visit(signatures.descriptor(annotation.getAnnotationType()), true);
                if (out != null) {
                    values(annotation, out);
                    out.visitEnd();
                }
            }
        }
    }

    /** The default of an annotation's element; its visitor takes no name. */
    void copyDefault(AnnotationValue value, AnnotationVisitor out) {
        value(null, value.getValue(), out);
        out.visitEnd();
    }

    private void values(AnnotationMirror annotation, AnnotationVisitor out) {
        annotation
                .getElementValues()
                .forEach((element, value) -> value(element.getSimpleName().toString(), value.getValue(), out));
    }

    private void value(@Nullable String name, Object value, AnnotationVisitor out) {
        if (value instanceof TypeMirror type) {
            out.visit(name, Type.getType(signatures.descriptor(type)));
        } else if (value instanceof VariableElement constant) {
            out.visitEnum(
                    name,
                    signatures.descriptor(constant.asType()),
                    constant.getSimpleName().toString());
        } else if (value instanceof AnnotationMirror annotation) {
            AnnotationVisitor nested = out.visitAnnotation(name, signatures.descriptor(annotation.getAnnotationType()));
            values(annotation, nested);
            nested.visitEnd();
        } else if (value instanceof List<?> list) {
            AnnotationVisitor array = out.visitArray(name);
            list.forEach(item -> value(null, ((AnnotationValue) item).getValue(), array));
            array.visitEnd();
        } else {
            out.visit(name, value);
        }
    }

    private static boolean isVisibleAtRunTime(AnnotationMirror annotation) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        return type.getAnnotationMirrors().stream()
                .filter(meta -> ((TypeElement) meta.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(RETENTION))
                .flatMap(meta -> meta.getElementValues().values().stream())
                .anyMatch(value -> value.getValue() instanceof VariableElement policy
                        && policy.getSimpleName().contentEquals("RUNTIME"));
    }
}
