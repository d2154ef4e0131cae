package dev.retort.processor.entity;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.objectweb.asm.Opcodes;

/** Access flags (JVMS §4.1, §4.7.6). */
final class Access {

    private Access() {}

    /** Of a field, method or constructor. */
    static int ofMember(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        return visibility(modifiers)
                | flag(modifiers, Modifier.STATIC, Opcodes.ACC_STATIC)
                | flag(modifiers, Modifier.FINAL, Opcodes.ACC_FINAL)
                | flag(modifiers, Modifier.ABSTRACT, Opcodes.ACC_ABSTRACT)
                | flag(modifiers, Modifier.TRANSIENT, Opcodes.ACC_TRANSIENT)
                | flag(modifiers, Modifier.VOLATILE, Opcodes.ACC_VOLATILE);
    }

    /** As the class itself has it: there a nested class is public or not. */
    static int ofClass(TypeElement type) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean open = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        return (open ? Opcodes.ACC_PUBLIC : 0) | kind(type) | (type.getKind().isInterface() ? 0 : Opcodes.ACC_SUPER);
    }

    /** As the {@code InnerClasses} attribute has it, which reflection believes over the class itself. */
    static int ofNested(TypeElement type) {
        return visibility(type.getModifiers())
                | flag(type.getModifiers(), Modifier.STATIC, Opcodes.ACC_STATIC)
                | kind(type);
    }

    private static int kind(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> Opcodes.ACC_ENUM | Opcodes.ACC_FINAL;
            case INTERFACE -> Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
            case ANNOTATION_TYPE -> Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
            default ->
                flag(type.getModifiers(), Modifier.FINAL, Opcodes.ACC_FINAL)
                        | flag(type.getModifiers(), Modifier.ABSTRACT, Opcodes.ACC_ABSTRACT);
        };
    }

    private static int visibility(Set<Modifier> modifiers) {
        return flag(modifiers, Modifier.PUBLIC, Opcodes.ACC_PUBLIC)
                | flag(modifiers, Modifier.PROTECTED, Opcodes.ACC_PROTECTED)
                | flag(modifiers, Modifier.PRIVATE, Opcodes.ACC_PRIVATE);
    }

    private static int flag(Set<Modifier> modifiers, Modifier modifier, int flag) {
        return modifiers.contains(modifier) ? flag : 0;
    }
}
