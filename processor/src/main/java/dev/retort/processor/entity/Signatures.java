package dev.retort.processor.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.signature.SignatureWriter;

/** Types in the words of a class file (JVMS §4.3, §4.7.9.1). One for each class file: it notes the types it met. */
final class Signatures {
    private final Elements elements;
    private final Types types;
    private final Set<TypeElement> nested = new LinkedHashSet<>();

    Signatures(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The nested types named so far; a class file lists each of them. */
    Set<TypeElement> nested() {
        return nested;
    }

    String internalName(TypeElement type) {
        if (type.getNestingKind().isNested()) {
            nested.add(type);
        }
        return elements.getBinaryName(type).toString().replace('.', '/');
    }

    /** Of the erasure. A type that does not exist is named all the same, so that loading it says what is missing. */
    String descriptor(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case CHAR -> "C";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
            case DECLARED, ERROR -> "L" + internalName((TypeElement) ((DeclaredType) type).asElement()) + ";";
            case TYPEVAR, INTERSECTION -> descriptor(types.erasure(type));
            default -> throw new IllegalArgumentException("no descriptor for " + type);
        };
    }

    String descriptor(ExecutableElement method) {
        StringBuilder out = new StringBuilder("(");
        if (takesOuterInstance(method)) {
            TypeElement outer = ModelTypes.ownerOf(ModelTypes.ownerOf(method));
            out.append('L').append(internalName(outer)).append(';');
        }
        method.getParameters().forEach(parameter -> out.append(descriptor(parameter.asType())));
        return out.append(')').append(descriptor(method.getReturnType())).toString();
    }

    static boolean takesOuterInstance(ExecutableElement method) {
        return method.getSimpleName().contentEquals("<init>")
                && ModelTypes.ownerOf(method).getNestingKind() == NestingKind.MEMBER
                && !ModelTypes.ownerOf(method).getModifiers().contains(Modifier.STATIC);
    }

    String ofClass(TypeElement type, TypeMirror superclass) {
        SignatureWriter out = new SignatureWriter();
        typeParameters(type.getTypeParameters(), out);
        write(superclass, out.visitSuperclass());
        type.getInterfaces().forEach(implemented -> write(implemented, out.visitInterface()));
        return out.toString();
    }

    String ofMethod(ExecutableElement method) {
        SignatureWriter out = new SignatureWriter();
        typeParameters(method.getTypeParameters(), out);
        for (VariableElement parameter : method.getParameters()) {
            write(parameter.asType(), out.visitParameterType());
        }
        write(method.getReturnType(), out.visitReturnType());
        for (TypeMirror thrown : method.getThrownTypes()) {
            write(thrown, out.visitExceptionType());
        }
        return out.toString();
    }

    String ofField(TypeMirror type) {
        SignatureWriter out = new SignatureWriter();
        write(type, out);
        return out.toString();
    }

    private void typeParameters(List<? extends TypeParameterElement> parameters, SignatureWriter out) {
        for (TypeParameterElement parameter : parameters) {
            out.visitFormalTypeParameter(parameter.getSimpleName().toString());
            for (TypeMirror bound : parameter.getBounds()) {
                boolean isInterface = bound.getKind() == TypeKind.DECLARED
                        && ((DeclaredType) bound).asElement().getKind().isInterface();
                write(bound, isInterface ? out.visitInterfaceBound() : out.visitClassBound());
            }
        }
    }

    private void write(TypeMirror type, SignatureVisitor out) {
        switch (type.getKind()) {
            case ARRAY -> write(((ArrayType) type).getComponentType(), out.visitArrayType());
            case TYPEVAR ->
                out.visitTypeVariable(
                        ((TypeVariable) type).asElement().getSimpleName().toString());
            case INTERSECTION -> write(((IntersectionType) type).getBounds().get(0), out);
            case DECLARED, ERROR -> {
                writeClass((DeclaredType) type, out);
                out.visitEnd();
            }
            default -> out.visitBaseType(descriptor(type).charAt(0));
        }
    }

    private void writeClass(DeclaredType type, SignatureVisitor out) {
        TypeElement element = (TypeElement) type.asElement();
        if (type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer)) {
            internalName(element);
            writeClass(outer, out);
            out.visitInnerClassType(element.getSimpleName().toString());
        } else {
            out.visitClassType(internalName(element));
        }
        for (TypeMirror argument : type.getTypeArguments()) {
            if (argument instanceof WildcardType wildcard) {
                if (wildcard.getExtendsBound() != null) {
                    write(wildcard.getExtendsBound(), out.visitTypeArgument(SignatureVisitor.EXTENDS));
                } else if (wildcard.getSuperBound() != null) {
                    write(wildcard.getSuperBound(), out.visitTypeArgument(SignatureVisitor.SUPER));
                } else {
                    out.visitTypeArgument();
                }
            } else {
                write(argument, out.visitTypeArgument(SignatureVisitor.INSTANCEOF));
            }
        }
    }

    private static boolean isParameterized(DeclaredType type) {
        return !type.getTypeArguments().isEmpty()
                || (type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer));
    }
}
