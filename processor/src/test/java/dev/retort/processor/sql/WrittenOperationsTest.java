package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Checksum;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.source.Instruction;
import dev.retort.processor.source.SourceReading;
import dev.retort.processor.suggest.OperationSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Every operation is written as Java that javac takes and that is read as the same operation. */
class WrittenOperationsTest {

    @Test
    void everyOperation() {
        assertThat(read(source(Samples.OPERATIONS))).isEqualTo(Samples.OPERATIONS);
    }

    @Test
    void everyOperationOnViewsTriggersSchemasAndTypes() {
        assertThat(read(source(ObjectSamples.OPERATIONS))).isEqualTo(ObjectSamples.OPERATIONS);
    }

    @Test
    void whatIsWrittenOtherwiseIsReadOtherwise() {
        List<Operation> changed = new ArrayList<>(Samples.OPERATIONS);
        changed.remove(3);
        assertThat(read(source(changed))).isEqualTo(changed).isNotEqualTo(Samples.OPERATIONS);
    }

    /** Two that differ are never one to a database that has the checksum of the first. */
    @Test
    void everyOperationHasItsOwnChecksum() {
        Set<String> checksums = new HashSet<>();
        Set<Operation> all = new LinkedHashSet<>(Samples.OPERATIONS);
        all.addAll(ObjectSamples.OPERATIONS);
        for (Operation operation : all) {
            assertThat(checksums.add(Checksum.of(List.of(operation))))
                    .as(operation.describe())
                    .isTrue();
        }
    }

    private static String source(List<Operation> operations) {
        StringBuilder source = new StringBuilder("""
                package app;
                import static dev.retort.op.DialectSql.on;
                import static dev.retort.op.ReferentialAction.*;
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m1")
                final class M implements SchemaMigration {
                    public void upgrade(Operations op) {
                """);
        operations.forEach(
                operation -> source.append(OperationSource.of(operation)).append('\n'));
        return source.append("}\n}\n").toString();
    }

    private static List<Operation> read(String source) {
        Reader reader = new Reader();
        Compilation compilation = Compiler.javac()
                .withProcessors(reader)
                .withOptions("-Xlint:-options")
                .compile(
                        JavaFileObjects.forSourceString("app.M", source),
                        JavaFileObjects.forSourceString("com.acme.Backfill", """
                                package com.acme;
                                public final class Backfill {
                                    public static final class Steps {
                                        public static void themes(java.sql.Connection connection) {}
                                    }
                                }
                                """));
        assertThat(compilation.errors())
                .extracting(error -> error.getLineNumber() + ": " + error.getMessage(null))
                .isEmpty();
        assertThat(reader.findings.all()).extracting(Finding::summary).isEmpty();
        return reader.operations;
    }

    @SupportedAnnotationTypes("dev.retort.Migration")
    private static final class Reader extends AbstractProcessor {
        private final Findings findings = new Findings();
        private final List<Operation> operations = new ArrayList<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!annotations.isEmpty()) {
                DeclaredRevision revision =
                        new DeclaredRevision("m1", List.of(), "", "app.M", true, Location.nowhere(), List.of());
                SourceReading.read(processingEnv, List.of(revision), findings).stream()
                        .flatMap(program -> program.upgrade().stream())
                        .map(Instruction::operation)
                        .forEach(operations::add);
            }
            return true;
        }
    }
}
