package dev.retort.processor.entity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Writes the class file of a type as far as reflection can see it: fields, methods, generic signatures, annotations.
 * What its code does stays in its sources: see {@link SkeletonBodies}.
 */
final class SkeletonWriter {
    private final Elements elements;
    private final Types types;

    SkeletonWriter(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * @param constructible whether constructors may do as if they did their work
     * @param nameless binary names of classes inside it that have no name in the sources and are not skeletons
     */
    byte[] write(TypeElement type, boolean constructible, Set<String> nameless) {
        Signatures signatures = new Signatures(elements, types);
        Annotations annotations = new Annotations(signatures);
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String name = signatures.internalName(type);
        TypeMirror superclass = superclass(type);
        out.visit(
                Opcodes.V17,
                Access.ofClass(type),
                name,
                signatures.ofClass(type, superclass),
                signatures.internalName(element(superclass)),
                type.getInterfaces().stream()
                        .map(implemented -> signatures.internalName(element(implemented)))
                        .toArray(String[]::new));
        nest(type, signatures, nameless, out);
        annotations.copy(type, out::visitAnnotation);
        // An enumeration whose constants have bodies counts as sealed; its skeleton has no such classes.
        if (type.getKind() != ElementKind.ENUM) {
            type.getPermittedSubclasses()
                    .forEach(permitted -> out.visitPermittedSubclass(signatures.internalName(element(permitted))));
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            recordComponent(component, signatures, annotations, out);
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            field(field, signatures, annotations, out);
        }
        SkeletonBodies bodies = new SkeletonBodies(types, signatures, type, superclass, constructible);
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof ExecutableElement method && isWritten(method)) {
                method(method, signatures, annotations, bodies, out);
            }
        }
        if (type.getKind() == ElementKind.ENUM) {
            bodies.enumeration(out);
        }
        for (TypeElement nested : List.copyOf(signatures.nested())) {
            innerClass(nested, signatures, out);
        }
        out.visitEnd();
        return out.toByteArray();
    }

    /** {@code package-info}, where annotations of a package are found at run time. */
    byte[] write(PackageElement pack) {
        Annotations annotations = new Annotations(new Signatures(elements, types));
        ClassWriter out = new ClassWriter(0);
        out.visit(
                Opcodes.V17,
                Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC,
                pack.getQualifiedName().toString().replace('.', '/') + "/package-info",
                null,
                "java/lang/Object",
                null);
        annotations.copy(pack, out::visitAnnotation);
        out.visitEnd();
        return out.toByteArray();
    }

    private TypeMirror superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                ? declared
                : Objects.requireNonNull(elements.getTypeElement("java.lang.Object"))
                        .asType();
    }

    private static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    /** Real classes of the same nest look here for their right to see what is private. */
    private void nest(TypeElement type, Signatures signatures, Set<String> nameless, ClassWriter out) {
        TypeElement top = type;
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        if (top.equals(type)) {
            nestMembers(type, signatures, out);
            nameless.forEach(member -> out.visitNestMember(member.replace('.', '/')));
        } else {
            out.visitNestHost(signatures.internalName(top));
        }
        // A class that does not list its member classes fails when reflection asks for them.
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(signatures::internalName);
    }

    private void nestMembers(TypeElement type, Signatures signatures, ClassWriter out) {
        for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
            out.visitNestMember(signatures.internalName(member));
            nestMembers(member, signatures, out);
        }
    }

    private static void innerClass(TypeElement nested, Signatures signatures, ClassWriter out) {
        if (nested.getEnclosingElement() instanceof TypeElement outer) {
            if (outer.getNestingKind().isNested() && !signatures.nested().contains(outer)) {
                innerClass(outer, signatures, out);
            }
            out.visitInnerClass(
                    signatures.internalName(nested),
                    signatures.internalName(outer),
                    nested.getSimpleName().toString(),
                    Access.ofNested(nested));
        }
    }

    private static void recordComponent(
            RecordComponentElement component, Signatures signatures, Annotations annotations, ClassWriter out) {
        RecordComponentVisitor visitor = out.visitRecordComponent(
                component.getSimpleName().toString(),
                signatures.descriptor(component.asType()),
                signatures.ofField(component.asType()));
        annotations.copy(component, visitor::visitAnnotation);
        visitor.visitEnd();
    }

    private static void field(VariableElement field, Signatures signatures, Annotations annotations, ClassWriter out) {
        boolean constant = field.getKind() == ElementKind.ENUM_CONSTANT;
        FieldVisitor visitor = out.visitField(
                Access.ofMember(field) | (constant ? Opcodes.ACC_ENUM : 0),
                field.getSimpleName().toString(),
                signatures.descriptor(field.asType()),
                signatures.ofField(field.asType()),
                constant(field.getConstantValue()));
        annotations.copy(field, visitor::visitAnnotation);
        visitor.visitEnd();
    }

    /** A class file keeps what is smaller than an {@code int} as one. */
    private static @Nullable Object constant(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        } else if (value instanceof Character character) {
            return (int) character;
        } else if (value instanceof Byte || value instanceof Short) {
            return ((Number) value).intValue();
        }
        return value;
    }

    /** An enumeration's constructor, {@code values} and {@code valueOf} come with its constants. */
    private static boolean isWritten(ExecutableElement method) {
        if (ModelTypes.ownerOf(method).getKind() != ElementKind.ENUM) {
            return true;
        }
        String name = method.getSimpleName().toString();
        boolean ofAnyEnum = (name.equals("values") && method.getParameters().isEmpty())
                || (name.equals("valueOf")
                        && method.getParameters().size() == 1
                        && method.getParameters().get(0).asType().toString().equals("java.lang.String"));
        return method.getKind() != ElementKind.CONSTRUCTOR && !ofAnyEnum;
    }

    private static void method(
            ExecutableElement method,
            Signatures signatures,
            Annotations annotations,
            SkeletonBodies bodies,
            ClassWriter out) {
        if (method.getKind() == ElementKind.STATIC_INIT || method.getKind() == ElementKind.INSTANCE_INIT) {
            return;
        }
        boolean ofEnum = ModelTypes.ownerOf(method).getKind() == ElementKind.ENUM;
        int access = Access.ofMember(method) | (method.isVarArgs() ? Opcodes.ACC_VARARGS : 0);
        boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT) && !ofEnum;
        MethodVisitor visitor = out.visitMethod(
                isAbstract ? access : access & ~Opcodes.ACC_ABSTRACT,
                method.getSimpleName().toString(),
                signatures.descriptor(method),
                signatures.ofMethod(method),
                method.getThrownTypes().stream()
                        .map(thrown -> signatures.descriptor(thrown))
                        .map(descriptor -> descriptor.substring(1, descriptor.length() - 1))
                        .toArray(String[]::new));
        annotations.copy(method, visitor::visitAnnotation);
        if (!Signatures.takesOuterInstance(method)) {
            for (int i = 0; i < method.getParameters().size(); i++) {
                int index = i;
                annotations.copy(
                        method.getParameters().get(i),
                        (descriptor, visible) -> visitor.visitParameterAnnotation(index, descriptor, visible));
            }
        }
        if (method.getDefaultValue() != null) {
            AnnotationVisitor value = visitor.visitAnnotationDefault();
            annotations.copyDefault(method.getDefaultValue(), value);
        }
        if (!isAbstract) {
            bodies.body(method, visitor);
        }
        visitor.visitEnd();
    }
}
