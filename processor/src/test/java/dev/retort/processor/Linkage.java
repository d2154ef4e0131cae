package dev.retort.processor;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a class file asks of the classes that it meets, and they do not have: what the JVM would throw a LinkageError at. */
final class Linkage {
    private final SortedSet<String> missing = new TreeSet<>();

    /** @return lines such as {@code org.hibernate.dialect.Dialect.name()V}, each once */
    static SortedSet<String> missing(byte[] classFile) {
        Linkage linkage = new Linkage();
        ClassReader reader = new ClassReader(classFile);
        reader.accept(linkage.new References(), ClassReader.SKIP_DEBUG);
        linkage.inherited(reader.getClassName());
        return linkage.missing;
    }

    private final class References extends ClassVisitor {
        References() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String generics, String base, String[] interfaces) {
            type(base);
            Arrays.stream(interfaces).forEach(Linkage.this::type);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String generics, String[] exceptions) {
            return new Instructions();
        }
    }

    private final class Instructions extends MethodVisitor {
        Instructions() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            method(owner, name, descriptor, isInterface);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            field(owner, name, descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String name) {
            type(name);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Arrays.stream(arguments).forEach(Linkage.this::constant);
        }
    }

    private void constant(Object value) {
        if (value instanceof Type type && type.getSort() == Type.OBJECT) {
            type(type.getInternalName());
        } else if (value instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
            method(handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
        }
    }

    private void method(String owner, String name, String descriptor, boolean isInterface) {
        Class<?> type = type(owner);
        if (type == null) {
            return;
        }
        boolean there = type.isInterface() == isInterface
                && lineage(type)
                        .flatMap(step -> Stream.concat(
                                Arrays.<Executable>stream(step.getDeclaredMethods()),
                                Arrays.stream(step.getDeclaredConstructors())))
                        .anyMatch(each ->
                                nameOf(each).equals(name) && descriptorOf(each).equals(descriptor));
        if (!there) {
            missing.add(type.getName() + "." + name + descriptor);
        }
    }

    private void field(String owner, String name, String descriptor) {
        Class<?> type = type(owner);
        if (type != null
                && lineage(type)
                        .flatMap(step -> Arrays.<Field>stream(step.getDeclaredFields()))
                        .noneMatch(field -> field.getName().equals(name)
                                && Type.getDescriptor(field.getType()).equals(descriptor))) {
            missing.add(type.getName() + "." + name + " " + descriptor);
        }
    }

    /** Null for arrays, which are not asked for anything of their own, and for a class that is missing. */
    private Class<?> type(String internalName) {
        if (internalName.startsWith("[")) {
            return null;
        }
        String name = internalName.replace('/', '.');
        try {
            return Class.forName(name, false, Linkage.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            missing.add(name);
            return null;
        }
    }

    /** Methods that a class must have for its interfaces, and has not. */
    private void inherited(String internalName) {
        Class<?> type = type(internalName);
        if (type == null || Modifier.isAbstract(type.getModifiers())) {
            return;
        }
        Set<String> bodies = new HashSet<>();
        lineage(type)
                .flatMap(step -> Arrays.stream(step.getDeclaredMethods()))
                .filter(method -> !Modifier.isAbstract(method.getModifiers()))
                .forEach(method -> bodies.add(signature(method)));
        lineage(type)
                .flatMap(step -> Arrays.stream(step.getDeclaredMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !bodies.contains(signature(method)))
                .forEach(method -> missing.add(type.getName() + " lacks " + signature(method)));
    }

    /** The class itself, its superclasses and all their interfaces; of an interface also Object. */
    private static Stream<Class<?>> lineage(Class<?> type) {
        Set<Class<?>> all = new HashSet<>();
        collect(type, all);
        all.add(Object.class);
        return all.stream();
    }

    private static void collect(Class<?> type, Set<Class<?>> into) {
        if (type != null && into.add(type)) {
            collect(type.getSuperclass(), into);
            Arrays.stream(type.getInterfaces()).forEach(each -> collect(each, into));
        }
    }

    private static String signature(Method method) {
        return method.getName() + Type.getMethodDescriptor(method);
    }

    private static String nameOf(Executable executable) {
        return executable instanceof Method ? executable.getName() : "<init>";
    }

    private static String descriptorOf(Executable executable) {
        return executable instanceof Method method
                ? Type.getMethodDescriptor(method)
                : Type.getConstructorDescriptor((java.lang.reflect.Constructor<?>) executable);
    }
}
