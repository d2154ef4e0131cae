package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.documentation.Page.Block;
import dev.retort.sources.Sources;
import dev.retort.sources.Sources.Compilation;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build script of {@code docs/deployment.md}, as far as it can be tried without Gradle: it is Groovy, names what this
 * build makes, and javac does what the page says of it. Gradle gives javac {@code -s}, {@code -d} and {@code -processorpath},
 * and copies resources to where none of them points (The Java Plugin, Project layout; JavaCompile).
 */
class GradlePageTest {

    private static final String ENTITY = """
            package shop;

            import jakarta.persistence.*;

            @Entity
            public class Customer {
                @Id
                private Long customerNumber;

                protected Customer() {}
            }
            """;

    private static final String MIGRATION = """
            package shop.migrations;

            import static dev.retort.op.SqlTypes.*;

            import dev.retort.Migration;
            import dev.retort.SchemaMigration;
            import dev.retort.op.Operations;

            @Migration(revision = "1a2b00000001")
            final class CreateCustomers implements SchemaMigration {
                @Override
                public void upgrade(Operations op) {
                    op.createTable("customer", table -> {
                        table.column("customer_number", bigint()).notNull();
                        table.primaryKey("customer_number");
                    });
                }
            }
            """;

    private static final String UNIT = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
              <persistence-unit name="shop">
                <properties>
                  <property name="hibernate.physical_naming_strategy"
                            value="org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    /** What a script says, written down in its words. Groovy makes subclasses of it. */
    public abstract static class Said extends Script {
        final List<String> plugins = new ArrayList<>();
        final List<String> dependencies = new ArrayList<>();
        final Options options = new Options();

        public void plugins(Closure<?> block) {
            with(new Plugins(plugins), block);
        }

        public void dependencies(Closure<?> block) {
            with(new Dependencies(dependencies), block);
        }

        public Tasks getTasks() {
            return new Tasks(options);
        }

        public Path files(String path) {
            return Path.of(path);
        }

        static void with(Object delegate, Closure<?> block) {
            block.setDelegate(delegate);
            block.setResolveStrategy(Closure.DELEGATE_FIRST);
            block.call();
        }
    }

    public record Plugins(List<String> plugins) {
        public void id(String name) {
            plugins.add(name);
        }
    }

    public record Dependencies(List<String> said) {
        public void implementation(String what) {
            said.add("implementation " + what);
        }

        public void annotationProcessor(String what) {
            said.add("annotationProcessor " + what);
        }

        public String platform(String coordinates) {
            return "platform " + coordinates;
        }
    }

    public record Tasks(Options options) {
        public Tasks withType(Object type) {
            assertThat(type).isEqualTo("JavaCompile");
            return this;
        }

        public void configureEach(Closure<?> block) {
            Said.with(new Task(options), block);
        }
    }

    public record Task(Options options) {
        public Options getOptions() {
            return options;
        }
    }

    public static final class Options {
        private final List<String> compilerArgs = new ArrayList<>();
        private Path sourcepath = Path.of("");

        public List<String> getCompilerArgs() {
            return compilerArgs;
        }

        public void setSourcepath(Path path) {
            sourcepath = path;
        }
    }

    @TempDir
    Path directory;

    private Said said;

    @BeforeEach
    void read() throws IOException {
        List<Block> blocks = Page.read("docs/deployment.md").blocks().stream()
                .filter(block -> block.language().equals("groovy"))
                .toList();
        assertThat(blocks).hasSize(1);
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(Said.class.getName());
        Binding binding = new Binding();
        binding.setVariable("JavaCompile", "JavaCompile");
        Script script = new GroovyShell(getClass().getClassLoader(), binding, configuration)
                .parse(blocks.get(0).text());
        script.run();
        said = (Said) script;
    }

    @Test
    void namesWhatThisBuildMakesAndTheHibernateItWasTestedWith() throws IOException {
        String pom = Files.readString(Page.ROOT.resolve("pom.xml"));
        String retort = ":" + first(pom, "<artifactId>retort-parent</artifactId>\\s*<version>([^<]+)");
        String platform = "platform org.hibernate.orm:hibernate-platform:"
                + first(pom, "<hibernate.version>([^<]+)</hibernate.version>");
        assertThat(said.plugins).containsExactly("java");
        assertThat(said.dependencies)
                .containsExactly(
                        "implementation " + platform,
                        "implementation dev.retort:retort-annotations" + retort,
                        "implementation dev.retort:retort-runtime" + retort,
                        "implementation org.hibernate.orm:hibernate-core",
                        "annotationProcessor " + platform,
                        "annotationProcessor dev.retort:retort-processor" + retort);
        for (String module : List.of("annotations", "runtime", "processor")) {
            assertThat(Files.readString(Page.ROOT.resolve(module).resolve("pom.xml")))
                    .contains("<artifactId>retort-" + module + "</artifactId>");
        }
    }

    @Test
    void theRegistryComesOutWhereGradleLooks() throws IOException {
        Path generated =
                Files.createDirectories(directory.resolve("build/generated/sources/annotationProcessor/java/main"));
        Compilation compilation = compile(sources(), generated);

        assertThat(compilation.output()).isEmpty();
        assertThat(generated.resolve("shop/migrations/Migrations.java")).isRegularFile();
        assertThat(compilation.classes().resolve("shop/migrations/Migrations.class"))
                .isRegularFile();
        assertThat(compilation.classes().resolve("META-INF/services/dev.retort.runtime.MigrationRegistry"))
                .hasContent("shop.migrations.Migrations");
    }

    /** Both settings of the block have an effect: without each, the compiler says something else. */
    @Test
    void itsOptionsAreHeeded() throws IOException {
        Path generated = Files.createDirectories(directory.resolve("generated"));
        Sources sources = sources()
                .replace(
                        "CreateCustomers",
                        "        });\n",
                        "        });\n        op.createIndex(\"ix\", \"customer\", \"customer_number\");\n");
        assertThat(compile(sources, generated).output())
                .contains(
                        "CreateCustomers.java:17: error: [IndexDrift] the model does not declare index (customer_number)");

        said.options.compilerArgs.clear();
        assertThat(compile(sources, generated).output()).contains("CreateCustomers.java:17: warning: [IndexDrift]");

        said.options.sourcepath = directory.resolve("nowhere");
        assertThat(compile(sources, generated).output())
                .contains("error: [ColumnDrift] table customer has no column customerNumber, mapped by");
    }

    private Sources sources() throws IOException {
        Path unit = directory.resolve("src/main/resources/META-INF/persistence.xml");
        Files.createDirectories(unit.getParent());
        Files.writeString(unit, UNIT);
        return Sources.in(directory.resolve("project"))
                .add("shop/Customer.java", ENTITY)
                .add("shop/migrations/CreateCustomers.java", MIGRATION);
    }

    private Compilation compile(Sources sources, Path generated) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "-s",
                generated.toString(),
                "-sourcepath",
                directory.resolve(said.options.sourcepath).toString()));
        words.addAll(said.options.compilerArgs);
        return sources.compile(words.toArray(String[]::new));
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
