package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of class whose code Hibernate runs: from the sources, from the class path, and not to be had. */
class BehaviorsTest {
    @TempDir
    Path compiled;

    private static Reading reading(BehaviorKind kind, List<String> sources) {
        Reading reading = Reading.of(sources.toArray(String[]::new)).in("h2");
        return kind.setting().isEmpty() ? reading : reading.with(kind.setting(), "lib.Behavior");
    }

    @ParameterizedTest
    @MethodSource("dev.retort.processor.entity.BehaviorKind#all")
    void fromTheSources(BehaviorKind kind) {
        List<String> sources = new ArrayList<>(kind.others());
        sources.addAll(List.of(kind.entity(), kind.behavior()));

        Reading.Result result = reading(kind, sources).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("h2")).contains(kind.column());
        // Hibernate is given the dialect that it is to be compared in.
        if (!kind.setting().equals("hibernate.dialect")) {
            assertThat(OracleTest.differences(
                            result, kind.setting().isEmpty() ? Map.of() : Map.of(kind.setting(), "lib.Behavior")))
                    .isEmpty();
        }
    }

    /** A generator of values that cannot reach the mapping need not be there. */
    @Test
    void ofGeneratorsOnlyThoseAreRunThatMayChangeTheMapping() {
        BehaviorKind made = BehaviorKind.all()
                .map(Named::getPayload)
                .filter(kind -> kind.behavior().contains("BeforeExecutionGenerator, ExportableProducer"))
                .findFirst()
                .orElseThrow();
        String idle = made.behavior()
                .replace(", ExportableProducer", "")
                .replace("/*code*/", "Absent.help();")
                .replace("registerExportables", "register");
        List<String> sources = new ArrayList<>(made.others());
        sources.addAll(List.of(made.entity(), idle));

        Reading.Result result = reading(made, sources).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("h2")).contains("name varchar(255)").doesNotContain("sequence");
    }

    /** With a class that it was compiled with, and without that. */
    @ParameterizedTest
    @MethodSource("dev.retort.processor.entity.BehaviorKind#all")
    void fromTheClassPath(BehaviorKind kind) throws IOException {
        List<String> library = new ArrayList<>(kind.others());
        library.add(kind.behavior().replace("/*code*/", "Dependency.help();"));
        library.add("package lib; public class Dependency { static void help() {} }");
        HibernateOracle.compile(library, compiled);
        Reading reading = reading(kind, List.of(kind.entity())).onClassPath(classPath());

        Reading.Result whole = reading.read();
        Files.delete(compiled.resolve("lib/Dependency.class"));
        Reading.Result partial = reading.read();

        assertThat(whole.findings()).isEmpty();
        assertThat(whole.text("h2")).contains(kind.column());
        assertThat(partial.models()).isEmpty();
        assertThat(partial.findings()).hasSize(1).first().asString().endsWith("""
                        [UnavailableClass] class lib.Dependency is needed to read the model, and is nowhere to be found
                          help: put the dependency that holds it on the class path, or on the processor path if Hibernate must run it""");
    }

    /** What lies on the class path is what an earlier compilation left there: the source that is compiled now counts. */
    @Test
    void theSourceCountsBeforeAnOlderClass() throws IOException {
        String converter = """
                package lib;
                public class Behavior implements jakarta.persistence.AttributeConverter<String, %1$s> {
                  public %1$s convertToDatabaseColumn(String text) { return null; }
                  public String convertToEntityAttribute(%1$s value) { return null; }
                }
                """;
        HibernateOracle.compile(List.of(converter.formatted("Integer")), compiled);
        String entity = BehaviorKind.MODEL.formatted("", "@Convert(converter = lib.Behavior.class)");

        assertThat(Reading.of(entity).in("h2").onClassPath(classPath()).read().text("h2"))
                .contains("name integer");
        assertThat(Reading.of(entity, converter.formatted("Long"))
                        .in("h2")
                        .onClassPath(classPath())
                        .read()
                        .text("h2"))
                .contains("name bigint");
    }

    @ParameterizedTest
    @MethodSource("dev.retort.processor.entity.BehaviorKind#all")
    void withoutItsCodeItIsNamed(BehaviorKind kind) {
        List<String> sources = new ArrayList<>(kind.others());
        sources.addAll(List.of(kind.entity(), kind.behavior().replace("/*code*/", "Absent.help();")));

        Reading.Result result = reading(kind, sources).read();

        assertThat(result.models()).isEmpty();
        assertThat(result.findings())
                .anyMatch(finding -> finding.startsWith(
                                "Behavior: [UnavailableClass] Hibernate must run lib.Behavior while the code is compiled, and has no compiled class of it")
                        && finding.contains("help: move the class to a module that is compiled before this one"));
    }

    /** What was compiled for the test comes first. */
    private List<File> classPath() {
        return Stream.concat(
                        Stream.of(compiled.toFile()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(File::new))
                .toList();
    }
}
