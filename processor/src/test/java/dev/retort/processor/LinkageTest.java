package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The processor is compiled once and runs with the Hibernate of the application: whatever it calls must be there. This says
 * something when the classes were compiled with another version than the tests run with, as {@code all-hibernates.sh} has it.
 */
class LinkageTest {

    @Test
    void allThatTheProcessorCallsIsThere() throws Exception {
        Path classes = Path.of(RetortProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        SortedSet<String> missing = new TreeSet<>();

        List<Path> files = classFiles(classes);
        for (Path file : files) {
            missing.addAll(Linkage.missing(Files.readAllBytes(file)));
        }

        assertThat(files).hasSizeGreaterThan(200);
        assertThat(missing).isEmpty();
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    @Test
    void aMethodAFieldAndAClassThatAreNotThereAreMissed() {
        byte[] caller = caller(code -> {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "org/hibernate/dialect/Dialect", "forTea", "()V", false);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "org/hibernate/dialect/Dialect", "hasAlterTable", "()I", false);
            code.visitFieldInsn(Opcodes.GETSTATIC, "org/hibernate/Version", "TEA", "I");
            code.visitTypeInsn(Opcodes.NEW, "org/hibernate/Tea");
        });

        assertThat(Linkage.missing(caller))
                .containsExactly(
                        "org.hibernate.Tea",
                        "org.hibernate.Version.TEA I",
                        "org.hibernate.dialect.Dialect.forTea()V",
                        "org.hibernate.dialect.Dialect.hasAlterTable()I");
    }

    @Test
    void whatIsThereIsNotMissed() {
        byte[] caller = caller(code -> {
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "org/hibernate/dialect/Dialect", "hasAlterTable", "()Z", false);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "org/hibernate/dialect/H2Dialect", "hashCode", "()I", false);
            code.visitTypeInsn(Opcodes.CHECKCAST, "[Lorg/hibernate/dialect/Dialect;");
        });

        assertThat(Linkage.missing(caller)).isEmpty();
    }

    private interface Code {
        void write(MethodVisitor code);
    }

    /** Has the name of a class that is there, so that only its one method can miss something. */
    private static byte[] caller(Code code) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "java/lang/Object", null, "java/lang/Object", new String[0]);
        MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, "call", "()V", null, null);
        method.visitCode();
        code.write(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }
}
