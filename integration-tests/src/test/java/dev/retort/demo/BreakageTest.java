package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.demo.DemoDatabase.Kind;
import dev.retort.runtime.ChangedRevisionException;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import dev.retort.sources.Sources;
import dev.retort.sources.Sources.Compilation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks the demo in one place at a time. What the developer then reads is kept whole, in a file each. */
class BreakageTest {

    @TempDir
    Path directory;

    @Test
    void unbroken() throws IOException {
        Compilation compilation = Sources.ofDemo(directory).compile();

        assertThat(compilation.output()).isEmpty();
        assertThat(compilation.successful()).isTrue();
    }

    @Test
    void fieldAdded() throws IOException {
        assertStopped(
                "field-added.txt",
                Sources.ofDemo(directory)
                        .replace(
                                "Provider",
                                "    protected Provider() {}",
                                "    @Column(length = 2)\n    private String country;\n\n    protected Provider() {}"));
    }

    /** What {@code field-added.txt} advises. */
    @Test
    void fieldAddedWithItsColumn() throws IOException {
        Compilation compilation = Sources.ofDemo(directory)
                .replace(
                        "Provider",
                        "    protected Provider() {}",
                        "    @Column(length = 2)\n    private String country;\n\n    protected Provider() {}")
                .addBeside("DropHomepages", "AddCountries", """
                        package dev.retort.demo.db.migrations;

                        import static dev.retort.op.SqlTypes.varchar;

                        import dev.retort.Migration;
                        import dev.retort.SchemaMigration;
                        import dev.retort.op.Operations;

                        @Migration(revision = "2c6fd0e9b183", revises = "d41a8e60f7b2", message = "Add countries")
                        final class AddCountries implements SchemaMigration {

                            @Override
                            public void upgrade(Operations op) {
                                op.addColumn("providers", "country", varchar(2));
                            }
                        }
                        """)
                .compile();

        assertThat(compilation.output()).isEmpty();
        assertThat(compilation.successful()).isTrue();
    }

    @Test
    void fieldRemoved() throws IOException {
        assertStopped(
                "field-removed.txt",
                Sources.ofDemo(directory)
                        .replace("UserPreferences", "    private boolean notifyWhenDone;\n", "")
                        .replace("UserPreferences", "return notifyWhenDone", "return false")
                        .replace("UserPreferences", "        this.notifyWhenDone = notifyWhenDone;\n", ""));
    }

    @Test
    void typeChanged() throws IOException {
        assertStopped(
                "type-changed.txt",
                Sources.ofDemo(directory)
                        .replace("DownloadJob", "private int attempts;", "private long attempts;")
                        .replace("DownloadJob", "return attempts;", "return (int) attempts;"));
    }

    @Test
    void lengthChanged() throws IOException {
        assertStopped(
                "length-changed.txt", Sources.ofDemo(directory).replace("Provider", "length = 120", "length = 160"));
    }

    @Test
    void enumConstantAdded() throws IOException {
        assertStopped(
                "enum-constant-added.txt",
                Sources.ofDemo(directory).replace("JobStatus", "    FAILED", "    FAILED,\n    CANCELLED"));
    }

    @Test
    void revisionDeleted() throws IOException {
        assertStopped("revision-deleted.txt", Sources.ofDemo(directory).delete("LinkJobsToUsers"));
    }

    @Test
    void lastRevisionDeleted() throws IOException {
        assertStopped("last-revision-deleted.txt", Sources.ofDemo(directory).delete("DropHomepages"));
    }

    @Test
    void secondHead() throws IOException {
        assertStopped("second-head.txt", Sources.ofDemo(directory).addBeside("DropHomepages", "AddLanguages", """
                                package dev.retort.demo.db.migrations;

                                import dev.retort.Migration;
                                import dev.retort.SchemaMigration;
                                import dev.retort.op.Operations;

                                @Migration(revision = "97be03d5a41c", revises = "f2169bc04d7e", message = "Add languages")
                                final class AddLanguages implements SchemaMigration {

                                    @Override
                                    public void upgrade(Operations op) {
                                        op.createTable("languages", table -> {
                                            table.column("code", dev.retort.op.SqlTypes.varchar(8)).notNull();
                                            table.primaryKey("code");
                                        });
                                    }
                                }
                                """));
    }

    @Test
    void parentRenamed() throws IOException {
        assertStopped(
                "parent-renamed.txt",
                Sources.ofDemo(directory)
                        .replace("AddJobVersion", "revises = \"73e6c5a9108f\"", "revises = \"73e6c5a91o8f\""));
    }

    private static void assertStopped(String golden, Sources broken) throws IOException {
        Compilation compilation = broken.compile();

        assertThat(compilation.successful()).isFalse();
        Golden.assertMatches(golden, compilation.output());
    }

    @Test
    void appliedRevisionEdited() throws Exception {
        DemoDatabase database = DemoDatabase.in(directory, Kind.SQLITE);
        database.migrator().upgrade();
        List<String> before = database.catalogue();
        Sources edited = Sources.ofDemo(directory).replace("StatusInsteadOfState", "else 'FAILED'", "else 'DONE'");

        ChangedRevisionException refusal = catchThrowableOfType(
                ChangedRevisionException.class,
                () -> Migrator.of(database.dataSource(), registryOf(edited)).upgrade());

        assertThat(refusal).isNotNull();
        Golden.assertMatches("applied-revision-edited.txt", refusal.getMessage() + "\n");
        assertThat(database.catalogue()).isEqualTo(before);
    }

    @Test
    void appliedRevisionCommented() throws Exception {
        DemoDatabase database = DemoDatabase.in(directory, Kind.SQLITE);
        database.migrator().upgrade();
        Sources commented = Sources.ofDemo(directory)
                .replace(
                        "StatusInsteadOfState",
                        "        op.dropColumn(\"download_jobs\", \"state\");",
                        "        // Not needed any more.\n        op.dropColumn(\n            \"download_jobs\", \"sta\" + \"te\");");

        assertThat(Migrator.of(database.dataSource(), registryOf(commented))
                        .upgrade()
                        .revisions())
                .isEmpty();
    }

    /** The registry as compiled from these sources, not the one on the tests' own class path. */
    private static MigrationRegistry registryOf(Sources sources) throws Exception {
        Compilation compilation = sources.compile();
        assertThat(compilation.output()).isEmpty();
        URL[] classes = {compilation.classes().toUri().toURL()};
        ClassLoader loader = new URLClassLoader(classes, BreakageTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith("dev.retort.demo.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        };
        return (MigrationRegistry) loader.loadClass("dev.retort.demo.db.migrations.JobsMigrations")
                .getMethod("registry")
                .invoke(null);
    }
}
