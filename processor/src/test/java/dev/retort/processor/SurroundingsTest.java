package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other tools around and beside the processor. */
class SurroundingsTest {
    private static final String ENTITY = """
            package app;
            import jakarta.persistence.*;
            @Entity class Person { @Id Long id; String name; }
            """;
    private static final String MIGRATION = """
            package app;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.createTable("Person", table -> {
                        table.column("id", bigint());
                        table.column("name", varchar(255));
                        table.primaryKey("id");
                    });
                }
            }
            """;

    private static Compilation compile(List<Processor> processors, String... sources) {
        return com.google.testing.compile.Compiler.javac()
                .withProcessors(processors)
                .compile(java.util.stream.Stream.of(sources).map(Javac::source).toList());
    }

    private static Processor wrapping(java.util.function.UnaryOperator<ProcessingEnvironment> wrap) {
        return new Delegating() {
            @Override
            public void init(ProcessingEnvironment environment) {
                processor.init(wrap.apply(environment));
            }
        };
    }

    @Test
    void worksBehindIntelliJsWrapper() {
        Processor wrapped = wrapping(environment -> APIWrappers.wrap(ProcessingEnvironment.class, environment));

        Compilation clean = compile(List.of(wrapped), ENTITY, MIGRATION);
        assertThat(Javac.messages(clean)).isEmpty();
        assertThat(Javac.generated(clean, "app.Create_Plan")).contains("create table Person");

        Processor again = wrapping(environment -> APIWrappers.wrap(ProcessingEnvironment.class, environment));
        assertThat(Javac.messages(compile(List.of(again), ENTITY.replace("String name", "int name"), MIGRATION)))
                .contains("[TypeDrift]");
    }

    @Test
    void aCompilerWithoutTreesIsToldWhatItLeavesOut() {
        InvocationHandler[] handler = new InvocationHandler[1];
        Processor foreign = wrapping(environment -> {
            handler[0] = (proxy, method, arguments) -> {
                try {
                    return method.invoke(environment, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            };
            return (ProcessingEnvironment) Proxy.newProxyInstance(
                    SurroundingsTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler[0]);
        });

        Compilation compilation = compile(List.of(foreign), ENTITY, MIGRATION);

        assertThat(Javac.messages(compilation))
                .isEqualTo(
                        "note: this compiler shows no syntax trees: the chain of revisions is checked, but drift is found"
                                + " and SQL is written by javac only; registries compiled here refuse to migrate\n");
    }

    /** The environment as it is but for one method. */
    private static ProcessingEnvironment changed(ProcessingEnvironment inner, String method, Supplier<Object> result) {
        InvocationHandler handler = (proxy, called, arguments) ->
                called.getName().equals(method) ? result.get() : called.invoke(inner, arguments);
        ProcessingEnvironment shown = (ProcessingEnvironment) Proxy.newProxyInstance(
                SurroundingsTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
        return APIWrappers.wrap(ProcessingEnvironment.class, inner, shown);
    }

    @Test
    void aFaultOfItsOwnIsOneLine() {
        Processor broken = wrapping(environment -> changed(environment, "getFiler", () -> {
            throw new IllegalStateException("no filer today");
        }));

        assertThat(Javac.messages(compile(List.of(broken), ENTITY, MIGRATION)))
                .startsWith("error: Retort: a fault of its own, please report it: ")
                .hasLineCount(1);
    }

    @Test
    void everyFileNamesTheMigrationsItIsMadeFrom() {
        Map<String, List<String>> origins = new TreeMap<>();
        Processor recording = wrapping(environment -> changed(
                environment,
                "getFiler",
                () -> Proxy.newProxyInstance(
                        SurroundingsTest.class.getClassLoader(),
                        new Class<?>[] {Filer.class},
                        (proxy, called, arguments) -> {
                            if (called.getName().equals("createSourceFile")) {
                                origins.put(
                                        arguments[0].toString(),
                                        Stream.of((Element[]) arguments[1])
                                                .map(Element::toString)
                                                .toList());
                            }
                            try {
                                return called.invoke(environment.getFiler(), arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        })));

        compile(List.of(recording), ENTITY, MIGRATION);

        assertThat(origins)
                .isEqualTo(Map.of("app.Create_Plan", List.of("app.Create"), "app.Migrations", List.of("app.Create")));
    }

    @Test
    void aMissingRuntimeIsSaidBeforeTheGeneratedCodeDoes() {
        List<File> classPath = Stream.of(dev.retort.Migration.class, jakarta.persistence.Entity.class)
                .map(SurroundingsTest::home)
                .toList();
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withClasspath(classPath)
                .withProcessors(new RetortProcessor())
                .compile(Javac.source(ENTITY), Javac.source(MIGRATION));

        assertThat(Javac.messages(compilation))
                .contains(
                        "error: [InvalidEnvironment] the registry needs retort-runtime, which is not on the class path");
    }

    @Test
    void generatedCodeDrawsNoWarning() {
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withOptions("-Xlint:all,-processing,-path", "-Werror")
                .withProcessors(new RetortProcessor())
                .compile(Javac.source(ENTITY), Javac.source(MIGRATION));

        assertThat(Javac.messages(compilation)).isEmpty();
    }

    @Test
    void worksInAModule(@TempDir Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
            files.setLocation(
                    StandardLocation.MODULE_PATH,
                    Stream.of(
                                    dev.retort.Migration.class,
                                    dev.retort.runtime.Migrator.class,
                                    jakarta.persistence.Entity.class)
                            .map(SurroundingsTest::home)
                            .toList());
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("--release", "17"),
                    null,
                    List.of(
                            JavaFileObjects.forSourceString("module-info", """
                                    module app {
                                        requires dev.retort.annotations;
                                        requires dev.retort.runtime;
                                        requires jakarta.persistence;
                                    }
                                    """),
                            Javac.source(ENTITY),
                            Javac.source(MIGRATION)));
            task.setProcessors(List.of(new RetortProcessor()));

            assertThat(task.call()).as(diagnostics.getDiagnostics().toString()).isTrue();
        }
        assertThat(diagnostics.getDiagnostics()).isEmpty();
        assertThat(classes.resolve("app/Create_Plan.class")).exists();
    }

    private static File home(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static List<Processor> processors(boolean lombokFirst) {
        try {
            Processor lombok = (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                    .getDeclaredConstructor()
                    .newInstance();
            return lombokFirst ? List.of(lombok, new RetortProcessor()) : List.of(new RetortProcessor(), lombok);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void worksWithLombokBeforeAndAfterIt() {
        String entity = """
                package app;
                import jakarta.persistence.*;
                @Entity @lombok.Data @lombok.NoArgsConstructor @lombok.AllArgsConstructor @lombok.Builder
                class Person { @Id private Long id; private String name; }
                """;
        String use = "package app; class Use { String name(Person person) { return person.getName(); } }";
        for (boolean first : new boolean[] {true, false}) {
            Compilation compilation = compile(processors(first), entity, MIGRATION, use);

            assertThat(compilation.errors()).as(Javac.messages(compilation)).isEmpty();
            assertThat(Javac.generated(compilation, "app.Create_Plan")).contains("create table Person");
        }
    }

    /** Without Lombok there is no further round, and in the last one javac warns of each file that is written. */
    @Test
    void whatLombokLeavesInSourcesIsNotWaitedFor() {
        String entity = ENTITY.replace("@Entity", "@Entity @lombok.Generated");

        assertThat(Javac.messages(compile(List.of(new RetortProcessor()), entity, MIGRATION)))
                .isEmpty();
        assertThat(Javac.messages(
                        compile(List.of(new RetortProcessor()), entity.replace("Generated", "Getter"), MIGRATION)))
                .contains("created in the last round");
    }

    /** Lombok puts annotations on getters that it writes; Retort must not have looked before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesWhatLombokWritesInWhicheverOrder(boolean lombokFirst) {
        String entity = """
                package app;
                import jakarta.persistence.*;
                import lombok.*;
                @Entity @Access(AccessType.PROPERTY) class Person {
                  @Getter(onMethod_ = @Id) @Setter private Long id;
                  @Getter(onMethod_ = @Column(name = "name")) @Setter private String fullName;
                }
                """;
        assertThat(Javac.messages(compile(processors(lombokFirst), entity, MIGRATION)))
                .isEmpty();
        assertThat(Javac.messages(compile(processors(lombokFirst), entity.replace("\"name\"", "\"other\""), MIGRATION)))
                .contains("[ColumnDrift] table Person has no column other, mapped by Person.fullName");
    }

    @Test
    void waitsForClassesThatOtherProcessorsWrite() {
        Processor writer = new AbstractProcessor() {
            private boolean isDone;

            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return Set.of("*");
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return SourceVersion.latestSupported();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                if (!isDone) {
                    isDone = true;
                    try (Writer out = processingEnv
                            .getFiler()
                            .createSourceFile("app.Place")
                            .openWriter()) {
                        out.write("package app; @jakarta.persistence.Embeddable class Place { String city; }");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
                return false;
            }
        };
        String entity = ENTITY.replace("String name;", "String name; Place place;");

        assertThat(Javac.messages(compile(List.of(new RetortProcessor(), writer), entity, MIGRATION)))
                .startsWith(
                        "Place.java:1: error: [ColumnDrift] table Person has no column city, mapped by Person.place.city");
    }

    @Test
    void anEntityThatAnEnvironmentNamesAndThatIsNotThereIsLeftToJavac() {
        String environment = """
                @dev.retort.MigrationEnvironment(dialects = "sqlite", entities = {Person.class, Missing.class})
                package app;
                """;

        assertThat(Javac.messages(compile(List.of(new RetortProcessor()), ENTITY, MIGRATION, environment)))
                .contains("cannot find symbol")
                .doesNotContain("[");
        assertThat(Javac.messages(compile(
                        List.of(new RetortProcessor()), ENTITY, MIGRATION, environment.replace(", Missing.class", ""))))
                .isEmpty();
    }

    @Test
    void classesOfTheUsersMayBeCalledAsThoseOfJavaLang() {
        List<String> sources = new ArrayList<>(List.of(ENTITY, MIGRATION));
        for (String name : List.of("String", "Override", "SuppressWarnings", "IllegalArgumentException", "List")) {
            sources.add("package app; class " + name + " {}");
        }
        String entity = ENTITY.replace("String name", "java.lang.String name");
        sources.set(0, entity);

        Compilation compilation = compile(List.of(new RetortProcessor()), sources.toArray(String[]::new));

        assertThat(Javac.messages(compilation)).isEmpty();
        assertThat(compilation.generatedFiles()).anyMatch(file -> file.getName().endsWith("Create_Plan.class"));
    }

    @Test
    void aClassThatIsNotThereIsLeftToJavac() {
        Compilation compilation =
                compile(List.of(new RetortProcessor()), ENTITY.replace("String name;", "Missing name;"), MIGRATION);

        assertThat(Javac.messages(compilation)).contains("cannot find symbol").doesNotContain("[");
    }

    @Test
    void nothingIsPrintedOnTheConsole() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream trap = new PrintStream(printed, true, java.nio.charset.StandardCharsets.UTF_8);
        System.setOut(trap);
        System.setErr(trap);
        try {
            compile(List.of(new RetortProcessor()), ENTITY, MIGRATION);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(java.nio.charset.StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aSourceWithoutRetortIsNoneOfItsBusiness() {
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(new RetortProcessor())
                .compile(JavaFileObjects.forSourceString("app.Plain", "package app; class Plain {}"));

        assertThat(compilation.diagnostics()).isEmpty();
    }

    private abstract static class Delegating implements Processor {
        final RetortProcessor processor = new RetortProcessor();

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
                javax.lang.model.element.Element element,
                javax.lang.model.element.AnnotationMirror annotation,
                javax.lang.model.element.ExecutableElement member,
                String userText) {
            return processor.getCompletions(element, annotation, member, userText);
        }
    }
}
