package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.Version;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's Hibernate, as the manifest of its jar has it, beside the one that runs. */
class HibernateVersionsTest {
    private static final List<String> SOURCES = List.of("""
            package app;
            import jakarta.persistence.*;
            @Entity class Person { @Id Long id; }
            """, """
            package app;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.createTable("Person", table -> { table.column("id", bigint()); table.primaryKey("id"); });
                }
            }
            """);

    @TempDir
    Path application;

    private String messages(String version) throws IOException {
        Path manifest = Files.createDirectories(application.resolve("META-INF")).resolve("MANIFEST.MF");
        Files.writeString(manifest, "Manifest-Version: 1.0\nImplementation-Version: " + version + "\n");
        Path type =
                Files.createDirectories(application.resolve("org/hibernate")).resolve("Version.class");
        try (var in = Version.class.getResourceAsStream("Version.class")) {
            Files.write(type, in.readAllBytes());
        }
        return Javac.messages(Javac.compile(
                List.of(new RetortProcessor()),
                List.of(application.toFile()),
                SOURCES.stream().map(Javac::source).toList(),
                List.of()));
    }

    /** One of them is that which runs. */
    @ParameterizedTest
    @ValueSource(strings = {"7.0", "7.1", "7.2", "7.3", "7.4"})
    void theSecondNumberCounts(String minor) throws IOException {
        for (String version : List.of(minor + ".1.Final", minor + ".9.Final", minor + ".99.Final", minor + ".0.CR2")) {
            if (HibernateVersion.isOneOf(minor)) {
                assertThat(messages(version)).isEmpty();
            } else {
                assertThat(messages(version))
                        .startsWith("warning: [HibernateVersionMismatch] the model is computed by Hibernate "
                                + Version.getVersionString() + ", but the application has Hibernate " + version + "\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6.4.Final", "7.40.1.Final", "8.4.13.Final", "17.4.1.Final"})
    void soDoesTheFirst(String version) throws IOException {
        assertThat(messages(version))
                .startsWith("warning: [HibernateVersionMismatch] the model is computed by Hibernate "
                        + Version.getVersionString() + ", but the application has Hibernate " + version + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unspecified", "7", "SNAPSHOT"})
    void whatIsNoVersionIsNotCompared(String version) throws IOException {
        assertThat(messages(version)).isEmpty();
    }
}
