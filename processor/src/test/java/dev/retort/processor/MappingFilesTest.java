package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code META-INF/persistence.xml} and mapping files, where a build tool has put them. */
class MappingFilesTest {
    private static final String HEAD =
            "<entity-mappings xmlns=\"https://jakarta.ee/xml/ns/persistence/orm\" version=\"3.2\">";
    private static final String PERSISTENCE =
            "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.2\">";
    private static final String PLAIN = "package app; public class Plain { Long id; String text; }";
    private static final String PERSON = """
            package app;
            import jakarta.persistence.*;
            @Entity public class Person { @Id Long id; String firstName; }
            """;
    private static final String PERSONS = """
            op.createTable("Person", table -> {
                table.column("id", bigint()); table.column("firstName", varchar(255)); table.primaryKey("id"); });
            """;

    @TempDir
    Path resources;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(resources.resolve("META-INF"));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(resources.resolve("META-INF").resolve(name), text);
    }

    private static String migration(String body) {
        return """
            package app.db;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) { %s }
            }
            """.formatted(body);
    }

    private static String environment(String values) {
        return """
            @MigrationEnvironment(dialects = "sqlite"%s)
            package app.db;
            import dev.retort.MigrationEnvironment;
            """.formatted(values.isEmpty() ? "" : ", " + values);
    }

    /** The folder as {@code -sourcepath}; Maven's way, the class output, is shown by {@link #inTheClassOutput}. */
    private String messages(String... sources) {
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(new RetortProcessor())
                .withOptions(ImmutableList.of("-sourcepath", resources.toString(), "-Xlint:-options"))
                .compile(Stream.of(sources).map(Javac::source).toList());
        return Javac.messages(compilation);
    }

    private static String plains(String columns) {
        return "op.createTable(\"plains\", table -> { table.column(\"id\", bigint()); " + columns
                + " table.primaryKey(\"id\"); });";
    }

    @Test
    void entitiesOfMappingFilesOnly() throws IOException {
        file("orm.xml", HEAD + """
                <package>app</package>
                <entity class="Plain" access="FIELD"><table name="plains"/>
                  <attributes><id name="id"/><basic name="text"><column length="30"/></basic></attributes>
                </entity></entity-mappings>
                """);

        assertThat(messages(PLAIN, migration(plains("table.column(\"text\", varchar(30));"))))
                .isEmpty();
        assertThat(messages(PLAIN, migration(plains(""))))
                .contains("Plain.java:1: error: [ColumnDrift] table plains has no column text, mapped by Plain.text");
        assertThat(messages(PLAIN, migration(plains("table.column(\"text\", varchar(31));"))))
                .contains("Plain.java:1: error: [TypeDrift] column plains.text");
    }

    @Test
    void annotationsAreOverridden() throws IOException {
        String entity = PERSON.replace("String firstName", "@Column(length = 10) String firstName");
        String table = PERSONS.replace("firstName", "first").replace("255", "20");
        assertThat(messages(entity, migration(table))).contains("[ColumnDrift]");

        file("orm.xml", HEAD + """
                <entity class="app.Person"><attributes>
                  <basic name="firstName"><column name="first" length="20"/></basic>
                </attributes></entity></entity-mappings>
                """);

        assertThat(messages(entity, migration(table))).isEmpty();
    }

    @Test
    void metadataCompleteLeavesAnnotationsOut() throws IOException {
        String entity = PERSON.replace("String firstName", "@Column(name = \"x\", length = 10) String firstName");
        file("orm.xml", HEAD + """
                <entity class="app.Person" metadata-complete="true" access="FIELD">
                  <attributes><id name="id"/></attributes></entity></entity-mappings>
                """);

        assertThat(messages(entity, migration(PERSONS))).isEmpty();
    }

    @Test
    void convertersOfMappingFilesRun() throws IOException {
        String plain = """
                package app;
                public class Plain { Long id; Level text;
                  public enum Level { LOW { String code() { return "l"; } }, HIGH { String code() { return "h"; } }; abstract String code(); }
                  public static class Codes implements jakarta.persistence.AttributeConverter<Level, String> {
                    public String convertToDatabaseColumn(Level level) { return level == null ? null : level.code(); }
                    public Level convertToEntityAttribute(String code) { return null; }
                  } }
                """;
        file("orm.xml", HEAD + """
                <package>app</package>
                <entity class="Plain" access="FIELD"><table name="plains"/>
                  <attributes><id name="id"/><basic name="text"><convert converter="app.Plain$Codes"/></basic></attributes>
                </entity></entity-mappings>
                """);

        assertThat(messages(
                        plain,
                        migration(plains("table.column(\"text\", varchar(255)); table.check(\"text in ('h','l')\");"))))
                .isEmpty();
    }

    @Test
    void aBrokenMappingFileIsNamedWithItsLine() throws IOException {
        file("orm.xml", HEAD + "\n<entity class=\"app.Person\">\n</entity-mappings>");

        assertThat(messages(PERSON, migration(PERSONS), environment("")))
                .startsWith("package-info.java:1: error: [UnreadableModel] META-INF/orm.xml:3 cannot be read: ");
    }

    @Test
    void aMappingFileThatHibernateRefusesIsNamed() throws IOException {
        file("orm.xml", HEAD + "\n<entity class=\"app.Person\"><wrong/></entity></entity-mappings>");

        assertThat(messages(PERSON, migration(PERSONS), environment(""))).isEqualTo("""
                        error: [UnreadableModel] META-INF/orm.xml:2 cannot be read: unexpected element (uri:"http://www.hibernate.org/xsd/orm/mapping", local:"wrong")
                            help: correct the file: Hibernate could not read it either
                        """);
    }

    @Test
    void aClassThatIsNotThereIsNamed() throws IOException {
        file("orm.xml", HEAD + "<entity class=\"app.Absent\"/></entity-mappings>");

        assertThat(messages(PERSON, migration(PERSONS), environment("")))
                .contains("error: [UnavailableClass] class app.Absent is needed to read the model");
    }

    @Test
    void mappingFilesThatTheEnvironmentNames() throws IOException {
        file("orm.xml", HEAD + "<entity class=\"app.Absent\"/></entity-mappings>");
        file("other.xml", HEAD + """
                <entity class="app.Person"><attributes>
                  <basic name="firstName"><column name="first"/></basic></attributes></entity></entity-mappings>
                """);
        String table = PERSONS.replace("firstName", "first");

        assertThat(messages(PERSON, migration(table), environment("mappingFiles = \"META-INF/other.xml\"")))
                .isEmpty();
        assertThat(messages(PERSON, migration(table), environment("mappingFiles = \"META-INF/othr.xml\"")))
                .isEqualTo("""
                        package-info.java:1: error: [InvalidEnvironment] the environment names the mapping file META-INF/othr.xml, which is not there
                            looked for in the class output, on the source path, on the class path
                            help: put the file there, or leave its name out
                        """);
    }

    @Test
    void settingsOfPersistenceXml() throws IOException {
        file("persistence.xml", PERSISTENCE + """
                <persistence-unit name="main"><properties>
                  <property name="hibernate.physical_naming_strategy"
                    value="org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"/>
                  <property name="hibernate.connection.url" value="jdbc:nowhere"/>
                  <property name="hibernate.cache.region.factory_class" value="no.such.Factory"/>
                  <property name="eclipselink.logging.level" value="FINE"/>
                </properties></persistence-unit></persistence>
                """);
        String snake = PERSONS.replace("firstName", "first_name").replace("Person", "person");

        assertThat(messages(PERSON, migration(snake), environment(""))).isEmpty();
        assertThat(messages(PERSON, migration(snake))).isEmpty();
        assertThat(messages(PERSON, migration(PERSONS), environment(""))).contains("[ColumnDrift]");
        assertThat(messages(
                        PERSON,
                        migration(PERSONS),
                        environment("settings = \"hibernate.physical_naming_strategy="
                                + "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl\"")))
                .isEmpty();
    }

    @Test
    void settingsOfHibernateProperties() throws IOException {
        Path properties = resources.resolve("hibernate.properties");
        Files.writeString(properties, """
                # before all else
                hibernate.physical_naming_strategy = org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl
                hibernate.connection.url = jdbc:nowhere
                some.other = thing
                """);
        String snake = PERSONS.replace("firstName", "first_name").replace("Person", "person");
        assertThat(messages(PERSON, migration(snake))).isEmpty();
        assertThat(messages(PERSON, migration(PERSONS))).contains("[ColumnDrift]");

        file("persistence.xml", unit("main", """
                <properties><property name="hibernate.physical_naming_strategy"
                  value="org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl"/></properties>"""));
        assertThat(messages(PERSON, migration(PERSONS))).isEmpty();
    }

    @Test
    void brokenHibernateProperties() throws IOException {
        Files.writeString(resources.resolve("hibernate.properties"), "hibernate.x = \\u00zz");

        assertThat(messages(PERSON, migration(PERSONS), environment("")))
                .isEqualTo(
                        "package-info.java:1: error: [InvalidEnvironment] hibernate.properties cannot be read:"
                                + " Malformed \\uxxxx encoding.\n    help: correct the file: Hibernate could not read it either\n");
    }

    private static final String FAR = """
            package lib;
            import jakarta.persistence.*;
            @Entity public class Far { @Id Long id; String someText; }
            """;
    private static final String FARS = """
            op.createTable("Far", table -> {
                table.column("id", bigint()); table.column("%s", varchar(255)); table.primaryKey("id"); });
            """;

    private void library(String orm) throws IOException {
        Compilation library = com.google.testing.compile.Compiler.javac().compile(Javac.source(FAR));
        Files.createDirectories(resources.resolve("lib"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(resources.resolve("lib/far.jar")))) {
            jar.putNextEntry(new JarEntry("lib/Far.class"));
            try (InputStream in = library.generatedFiles().get(0).openInputStream()) {
                in.transferTo(jar);
            }
            if (!orm.isEmpty()) {
                jar.putNextEntry(new JarEntry("META-INF/orm.xml"));
                jar.write(orm.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String messagesWithLibrary(String... sources) {
        List<File> path =
                new ArrayList<>(List.of(resources.resolve("lib/far.jar").toFile()));
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(path::add);
        return Javac.messages(com.google.testing.compile.Compiler.javac()
                .withProcessors(new RetortProcessor())
                .withClasspath(path)
                .withOptions(ImmutableList.of("-sourcepath", resources.toString(), "-Xlint:-options"))
                .compile(Stream.of(sources).map(Javac::source).toList()));
    }

    @Test
    void jarFilesOfPersistenceXml() throws IOException {
        library("");
        file("persistence.xml", unit("main", ""));
        assertThat(messagesWithLibrary(PERSON, migration(PERSONS))).isEmpty();

        file("persistence.xml", unit("main", "<jar-file>lib/far.jar</jar-file>"));
        assertThat(messagesWithLibrary(PERSON, migration(PERSONS))).contains("[TableDrift] there is no table Far");
        assertThat(messagesWithLibrary(PERSON, migration(PERSONS + FARS.formatted("someText"))))
                .isEmpty();
        assertThat(messagesWithLibrary(PERSON, migration(PERSONS), environment("entities = app.Person.class")))
                .isEmpty();

        String url = resources.resolve("lib/far.jar").toUri().toString();
        file("persistence.xml", unit("main", "<jar-file>" + url + "</jar-file>"));
        assertThat(messagesWithLibrary(PERSON, migration(PERSONS))).contains("[TableDrift] there is no table Far");
    }

    @Test
    void mappingFilesWithinJarFiles() throws IOException {
        library(HEAD + """
                <entity class="lib.Far"><attributes>
                  <basic name="someText"><column name="words"/></basic></attributes></entity></entity-mappings>
                """);
        file("persistence.xml", unit("main", "<jar-file>lib/far.jar</jar-file>"));

        assertThat(messagesWithLibrary(PERSON, migration(PERSONS + FARS.formatted("words"))))
                .isEmpty();
    }

    @Test
    void aJarFileThatIsNotThere() throws IOException {
        file("persistence.xml", unit("main", "\n<jar-file>lib/nowhere.jar</jar-file>"));

        assertThat(messages(PERSON, migration(PERSONS), environment(""))).isEqualTo("""
                package-info.java:1: error: [InvalidEnvironment] META-INF/persistence.xml:2 names the jar file lib/nowhere.jar, which is not there while compiling
                    help: put its classes on the class path and name their packages: @MigrationEnvironment(entityPackages = …)
                """);
        assertThat(messages(PERSON, migration(PERSONS), environment("entityPackages = \"app\"")))
                .isEmpty();
    }

    private static final String STRAY = """
            package app;
            import jakarta.persistence.*;
            @Entity public class Stray { @Id Long id; }
            """;

    @Test
    void classesOfPersistenceXml() throws IOException {
        String list = "<class>app.Person</class>";
        file("persistence.xml", unit("main", list + "<exclude-unlisted-classes/>"));
        assertThat(messages(PERSON, STRAY, migration(PERSONS))).isEmpty();

        file("persistence.xml", unit("main", list + "<exclude-unlisted-classes>false</exclude-unlisted-classes>"));
        assertThat(messages(PERSON, STRAY, migration(PERSONS))).contains("there is no table Stray");

        file("persistence.xml", unit("main", list));
        assertThat(messages(PERSON, STRAY, migration(PERSONS))).contains("there is no table Stray");
        assertThat(messages(PERSON, STRAY, migration(PERSONS), environment("entities = app.Person.class")))
                .isEmpty();

        file("persistence.xml", unit("main", "\n<class>app.Persn</class>"));
        assertThat(messages(PERSON, migration(PERSONS), environment("")))
                .isEqualTo("package-info.java:1: error: [InvalidEnvironment] META-INF/persistence.xml:2 names class"
                        + " app.Persn, which is not there\n    help: correct the name, or leave the class out\n");
    }

    private static String unit(String name, String content) {
        return PERSISTENCE + "<persistence-unit name=\"" + name + "\">" + content + "</persistence-unit></persistence>";
    }

    @Test
    void mappingFilesOfPersistenceXml() throws IOException {
        file("persistence.xml", unit("main", "<mapping-file>META-INF/other.xml</mapping-file>"));
        assertThat(messages(PERSON, migration(PERSONS)))
                .startsWith("error: [InvalidEnvironment] META-INF/persistence.xml:1 names the mapping file"
                        + " META-INF/other.xml, which is not there\n");

        file("other.xml", HEAD + """
                <entity class="app.Person"><attributes>
                  <basic name="firstName"><column name="first"/></basic></attributes></entity></entity-mappings>
                """);
        assertThat(messages(PERSON, migration(PERSONS.replace("firstName", "first"))))
                .isEmpty();
    }

    @Test
    void oneOfSeveralUnitsIsChosen() throws IOException {
        file("persistence.xml", PERSISTENCE + """
                <persistence-unit name="persons"><class>app.Person</class><exclude-unlisted-classes/></persistence-unit>
                <persistence-unit name="strays"><class>app.Stray</class><exclude-unlisted-classes/></persistence-unit>
                </persistence>
                """);

        assertThat(messages(PERSON, STRAY, migration(PERSONS), environment("persistenceUnit = \"persons\"")))
                .isEmpty();
        assertThat(messages(PERSON, STRAY, migration(PERSONS), environment("persistenceUnit = \"strays\"")))
                .contains("there is no table Stray");
        assertThat(messages(PERSON, STRAY, migration(PERSONS), environment(""))).isEqualTo("""
                        package-info.java:1: error: [InvalidEnvironment] META-INF/persistence.xml declares 2 persistence units: persons, strays
                            help: choose: @MigrationEnvironment(persistenceUnit = "persons")
                        """);
        assertThat(messages(PERSON, STRAY, migration(PERSONS), environment("persistenceUnit = \"person\"")))
                .isEqualTo("""
                        package-info.java:1: error: [InvalidEnvironment] META-INF/persistence.xml has no persistence unit "person"
                            it declares persons, strays
                            help: did you mean persons?
                        """);
    }

    @Test
    void aUnitWithoutPersistenceXml() {
        assertThat(messages(PERSON, migration(PERSONS), environment("persistenceUnit = \"main\"")))
                .isEqualTo("""
                        package-info.java:1: error: [InvalidEnvironment] persistence unit "main" is named, but there is no META-INF/persistence.xml
                            looked for in the class output, on the source path, on the class path
                            help: put the file there, or leave persistenceUnit out
                        """);
    }

    @Test
    void aBrokenPersistenceXmlIsNamedWithItsLine() throws IOException {
        file("persistence.xml", PERSISTENCE + "\n<persistence-unit></persistence>");

        assertThat(messages(PERSON, migration(PERSONS), environment("")))
                .startsWith(
                        "package-info.java:1: error: [InvalidEnvironment] META-INF/persistence.xml:2 cannot be read: ");
    }

    @Test
    void nothingOutsideAFileIsOpened() throws IOException {
        file("secret.txt", "leaked");
        file(
                "orm.xml",
                "<!DOCTYPE x [<!ENTITY secret SYSTEM \""
                        + resources.resolve("META-INF/secret.txt").toUri() + "\">]>" + HEAD
                        + "<package>&secret;</package></entity-mappings>");

        assertThat(messages(PERSON, migration(PERSONS))).doesNotContain("leaked");
    }

    @Test
    void inTheClassOutput() throws IOException {
        file("orm.xml", HEAD + """
                <entity class="app.Person"><attributes>
                  <basic name="firstName"><column name="first"/></basic></attributes></entity></entity-mappings>
                """);
        List<String> arguments = new ArrayList<>(List.of("-d", resources.toString()));
        Path sources = Files.createDirectory(resources.resolve("src"));
        for (String text : List.of(PERSON, migration(PERSONS.replace("firstName", "first")))) {
            Path file = sources.resolve(text.contains("Person {") ? "Person.java" : "Create.java");
            Files.writeString(file, text);
            arguments.add(file.toString());
        }

        assertThat(DiskJavac.messages(new RetortProcessor(), arguments)).isEmpty();
    }
}
