package dev.retort.processor.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The code in a skeleton: constructors that only call one of the superclass, the constants of an enumeration, and for
 * all else an exception. No code has a branch, so that no stack frames need be written.
 */
final class SkeletonBodies {
    private static final String RUNTIME = Type.getInternalName(SkeletonRuntime.class);

    private final Types types;
    private final Signatures signatures;
    private final TypeElement type;
    private final TypeMirror superclass;
    private final boolean constructible;

    SkeletonBodies(Types types, Signatures signatures, TypeElement type, TypeMirror superclass, boolean constructible) {
        this.types = types;
        this.signatures = signatures;
        this.type = type;
        this.superclass = superclass;
        this.constructible = constructible;
    }

    void body(ExecutableElement method, MethodVisitor out) {
        out.visitCode();
        String signature = method.getSimpleName() + signatures.descriptor(method);
        Optional<ExecutableElement> above =
                method.getKind() == ElementKind.CONSTRUCTOR ? constructorAbove() : Optional.empty();
        if (above.isPresent()) {
            constructor(above.get(), out);
        } else if (signature.equals("equals(Ljava/lang/Object;)Z")) {
            out.visitVarInsn(Opcodes.ALOAD, 0);
            out.visitVarInsn(Opcodes.ALOAD, 1);
            String same = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
            out.visitMethodInsn(Opcodes.INVOKESTATIC, RUNTIME, "same", same, false);
            out.visitInsn(Opcodes.IRETURN);
        } else if (signature.equals("hashCode()I")) {
            out.visitVarInsn(Opcodes.ALOAD, 0);
            out.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/lang/System", "identityHashCode", "(Ljava/lang/Object;)I", false);
            out.visitInsn(Opcodes.IRETURN);
        } else if (signature.equals("toString()Ljava/lang/String;")) {
            out.visitLdcInsn(type.getQualifiedName().toString());
            out.visitInsn(Opcodes.ARETURN);
        } else {
            missing(method.getSimpleName().toString(), out);
        }
        out.visitMaxs(0, 0);
    }

    private void missing(String method, MethodVisitor out) {
        out.visitLdcInsn(self());
        out.visitLdcInsn(method);
        String missing = "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/RuntimeException;";
        out.visitMethodInsn(Opcodes.INVOKESTATIC, RUNTIME, "missing", missing, false);
        out.visitInsn(Opcodes.ATHROW);
    }

    /** Empty where the superclass has none that could be called from here: then ours throws. */
    private Optional<ExecutableElement> constructorAbove() {
        if (!constructible) {
            return Optional.empty();
        }
        Element above = ((DeclaredType) superclass).asElement();
        return ElementFilter.constructorsIn(above.getEnclosedElements()).stream()
                .filter(this::isCallable)
                .min(Comparator.comparingInt(
                        constructor -> constructor.getParameters().size()));
    }

    private boolean isCallable(ExecutableElement constructor) {
        Set<Modifier> modifiers = constructor.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || modifiers.contains(Modifier.PROTECTED)
                || (!modifiers.contains(Modifier.PRIVATE)
                        && ModelTypes.packageOf(constructor).equals(ModelTypes.packageOf(type)));
    }

    private void constructor(ExecutableElement above, MethodVisitor out) {
        out.visitVarInsn(Opcodes.ALOAD, 0);
        Type[] parameters = Type.getArgumentTypes(signatures.descriptor(above));
        for (Type parameter : parameters) {
            zero(parameter, out);
        }
        TypeElement owner = (TypeElement) ((DeclaredType) types.erasure(superclass)).asElement();
        out.visitMethodInsn(
                Opcodes.INVOKESPECIAL, signatures.internalName(owner), "<init>", signatures.descriptor(above), false);
        out.visitInsn(Opcodes.RETURN);
    }

    private static void zero(Type type, MethodVisitor out) {
        switch (type.getSort()) {
            case Type.LONG -> out.visitInsn(Opcodes.LCONST_0);
            case Type.FLOAT -> out.visitInsn(Opcodes.FCONST_0);
            case Type.DOUBLE -> out.visitInsn(Opcodes.DCONST_0);
            case Type.ARRAY, Type.OBJECT -> out.visitInsn(Opcodes.ACONST_NULL);
            default -> out.visitInsn(Opcodes.ICONST_0);
        }
    }

    /** Constants, {@code values}, {@code valueOf} and a constructor that takes name and ordinal. */
    void enumeration(ClassWriter out) {
        Type self = self();
        String array = "[" + self.getDescriptor();
        out.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "$VALUES", array, null, null)
                .visitEnd();
        enumConstructor(out);
        enumConstants(out, self, array);

        MethodVisitor values =
                out.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "values", "()" + array, null, null);
        values.visitCode();
        values.visitFieldInsn(Opcodes.GETSTATIC, self.getInternalName(), "$VALUES", array);
        values.visitMethodInsn(Opcodes.INVOKEVIRTUAL, array, "clone", "()Ljava/lang/Object;", false);
        values.visitTypeInsn(Opcodes.CHECKCAST, array);
        values.visitInsn(Opcodes.ARETURN);
        values.visitMaxs(0, 0);
        values.visitEnd();

        MethodVisitor valueOf = out.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                "valueOf",
                "(Ljava/lang/String;)" + self.getDescriptor(),
                null,
                null);
        valueOf.visitCode();
        valueOf.visitLdcInsn(self);
        valueOf.visitVarInsn(Opcodes.ALOAD, 0);
        String find = "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;";
        valueOf.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Enum", "valueOf", find, false);
        valueOf.visitTypeInsn(Opcodes.CHECKCAST, self.getInternalName());
        valueOf.visitInsn(Opcodes.ARETURN);
        valueOf.visitMaxs(0, 0);
        valueOf.visitEnd();
    }

    private static void enumConstructor(ClassWriter out) {
        MethodVisitor constructor =
                out.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(Ljava/lang/String;I)V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitVarInsn(Opcodes.ALOAD, 1);
        constructor.visitVarInsn(Opcodes.ILOAD, 2);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Enum", "<init>", "(Ljava/lang/String;I)V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
    }

    private void enumConstants(ClassWriter out, Type self, String array) {
        List<String> constants = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .map(VariableElement::getSimpleName)
                .map(Object::toString)
                .toList();
        MethodVisitor code = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        if (!constructible) {
            missing("<clinit>", code);
            code.visitMaxs(0, 0);
            code.visitEnd();
            return;
        }
        code.visitLdcInsn(constants.size());
        code.visitTypeInsn(Opcodes.ANEWARRAY, self.getInternalName());
        for (int i = 0; i < constants.size(); i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitLdcInsn(i);
            code.visitTypeInsn(Opcodes.NEW, self.getInternalName());
            code.visitInsn(Opcodes.DUP);
            code.visitLdcInsn(constants.get(i));
            code.visitLdcInsn(i);
            code.visitMethodInsn(
                    Opcodes.INVOKESPECIAL, self.getInternalName(), "<init>", "(Ljava/lang/String;I)V", false);
            code.visitInsn(Opcodes.DUP);
            code.visitFieldInsn(Opcodes.PUTSTATIC, self.getInternalName(), constants.get(i), self.getDescriptor());
            code.visitInsn(Opcodes.AASTORE);
        }
        code.visitFieldInsn(Opcodes.PUTSTATIC, self.getInternalName(), "$VALUES", array);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private Type self() {
        return Type.getObjectType(signatures.internalName(type));
    }
}
