package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Revision;
import dev.retort.runtime.RevisionPlan;
import dev.retort.runtime.StepFailedException;
import dev.retort.spring.shop.ShopApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What an application that does not start prints. */
class FailedStartTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithoutEntities {}

    @TempDir
    Path directory;

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void writeDown() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(console);
    }

    private ConfigurableApplicationContext start(Class<?> application, String registry, String... arguments)
            throws IOException {
        String[] words = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, words, 0, arguments.length);
        words[arguments.length] = "spring.datasource.url=" + Applications.sqlite(directory);
        return Applications.start(application, directory, registry, WebApplicationType.NONE, words);
    }

    @Test
    void hibernateFindsNoTablesWhereRetortIsDisabled() {
        assertThatThrownBy(() -> start(ShopApplication.class, Applications.SHOP, "spring.retort.enabled=false"))
                .hasRootCauseInstanceOf(SchemaManagementException.class)
                .hasStackTraceContaining("missing table [customer]");
    }

    @Test
    void aMigrationThatFailsSaysWhyAndWhatToDo() {
        assertThatThrownBy(() -> start(WithoutEntities.class, "dev.retort.spring.broken.BrokenMigrations"))
                .hasRootCauseInstanceOf(org.sqlite.SQLiteException.class)
                .hasStackTraceContaining(StepFailedException.class.getName());

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("""
                        APPLICATION FAILED TO START
                        ***************************

                        Description:

                        dev.retort.spring.broken.BrokenMigrations could not migrate the primary data source: upgrade of a222 failed at step 1 of 1
                          insert into nowhere (id) values (1)
                          org.sqlite.SQLiteException: [SQLITE_ERROR] SQL error or missing database (no such table: nowhere)

                        Action:

                        The revision was rolled back as a whole; correct it, and upgrade again.
                        """).doesNotContain("\tat ");
    }

    @Test
    void aClassPathWithoutRegistrySaysWhyTheProcessorMayNotHaveRun() {
        assertThatThrownBy(() -> start(WithoutEntities.class, ""))
                .hasRootCauseInstanceOf(UnusableRegistryException.class);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "Retort is to migrate at the start, but no registry of migrations was found: neither a bean of the"
                                + " type MigrationRegistry, nor one that is listed in"
                                + " META-INF/services/dev.retort.runtime.MigrationRegistry")
                .contains(
                        "- JDK 23 and later run no processor that is merely on the class path. Name retort-processor under"
                                + " annotationProcessorPaths of maven-compiler-plugin, or annotationProcessor in Gradle, or pass"
                                + " -proc:full.")
                .doesNotContain("\tat ");
    }

    @Test
    void aListedRegistryThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> start(WithoutEntities.class, "com.acme.Gone"))
                .hasStackTraceContaining("a registry that META-INF/services lists cannot be loaded: ")
                .hasStackTraceContaining("com.acme.Gone");
    }

    /** What Eclipse's compiler leaves: its registry says why it does not migrate. */
    public static final class Refusing implements MigrationRegistry {
        @Override
        public String name() {
            return "com.acme.AppMigrations";
        }

        @Override
        public List<String> dialects() {
            throw new IllegalStateException("com.acme.AppMigrations holds no SQL: compile it with javac");
        }

        @Override
        public List<Revision> revisions() {
            throw new IllegalStateException("com.acme.AppMigrations holds no SQL: compile it with javac");
        }

        @Override
        public RevisionPlan plan(String revision) {
            throw new IllegalStateException("com.acme.AppMigrations holds no SQL: compile it with javac");
        }
    }

    @Test
    void aRegistryThatRefusesIsHeard() {
        assertThatThrownBy(() -> start(WithoutEntities.class, Refusing.class.getName()))
                .isInstanceOf(Exception.class);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "Retort is to migrate at the start, but com.acme.AppMigrations holds no SQL: compile it with javac.")
                .contains("Build the application anew with javac and Retort's processor, as Maven and Gradle do.")
                .doesNotContain("\tat ");
    }

    @Test
    void aSettingForARegistryThatIsNotThereIsRefused() {
        assertThatThrownBy(() ->
                        start(WithoutEntities.class, Applications.SHOP, "spring.retort.registries.shap.target=head"))
                .isInstanceOf(Exception.class);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("spring.retort.registries.shap")
                .contains("There is no such registry. There is dev.retort.spring.shop.migrations.ShopMigrations.");
    }
}
