package dev.retort.processor;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file calls that finds classes, members or resources by names at run time: what a native image would have to be
 * told of (GraalVM, Reachability Metadata).
 */
final class Reflection {
    private static final Set<String> OF_CLASS = Set.of(
            "forName",
            "newInstance",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getConstructor",
            "getConstructors",
            "getDeclaredConstructor",
            "getDeclaredConstructors",
            "getRecordComponents",
            "getPermittedSubclasses",
            "getResource",
            "getResourceAsStream");

    /** What javac calls for lambdas, records and switches; native images know these. */
    private static final Set<String> OF_JAVAC = Set.of(
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/ObjectMethods",
            "java/lang/runtime/SwitchBootstraps");

    private final SortedSet<String> calls = new TreeSet<>();

    private Reflection() {}

    /** @return lines such as {@code com.acme.Caller: java.lang.Class.forName}, each once */
    static SortedSet<String> calls(byte[] classFile) {
        Reflection reflection = new Reflection();
        ClassReader reader = new ClassReader(classFile);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String generics, String[] exceptions) {
                        return reflection.new Instructions(reader.getClassName());
                    }
                },
                ClassReader.SKIP_DEBUG);
        return reflection.calls;
    }

    private static boolean isReflective(String owner, String name) {
        return owner.startsWith("java/lang/reflect/")
                || (owner.equals("java/lang/Class") && OF_CLASS.contains(name))
                || owner.equals("java/lang/ClassLoader")
                || owner.equals("java/lang/Module")
                || owner.equals("java/lang/ModuleLayer")
                || (owner.startsWith("java/lang/invoke/") && !OF_JAVAC.contains(owner))
                || owner.equals("java/util/ServiceLoader")
                || owner.equals("java/util/ResourceBundle")
                || owner.equals("java/io/ObjectInputStream");
    }

    private final class Instructions extends MethodVisitor {
        private final String caller;

        Instructions(String caller) {
            super(Opcodes.ASM9);
            this.caller = caller;
        }

        private void call(String owner, String name) {
            if (isReflective(owner, name)) {
                calls.add(caller.replace('/', '.') + ": " + owner.replace('/', '.') + "." + name);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            call(owner, name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            call(bootstrap.getOwner(), bootstrap.getName());
            Arrays.stream(arguments)
                    .filter(Handle.class::isInstance)
                    .map(Handle.class::cast)
                    .forEach(method -> call(method.getOwner(), method.getName()));
        }
    }
}
