package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of class whose code Hibernate runs: from the sources, from the class path, and not to be had. */
class BehaviorsTest {
    private static final String MODEL = """
            package app;
            import jakarta.persistence.*;
            @Entity public class Thing { @Id %s Long id; %s String name; }
            """;

    @TempDir
    Path compiled;

    /**
     * @param entity the model
     * @param setting empty for none
     * @param behavior the class, with {@code /&#42;code&#42;/} where it runs
     * @param others annotations that name it
     * @param column what comes of it
     */
    private record Kind(String entity, String setting, String behavior, List<String> others, String column) {}

    static Stream<Named<Kind>> kinds() {
        return Stream.of(
                Named.of(
                        "converter",
                        new Kind(
                                MODEL.formatted("", "@Convert(converter = lib.Behavior.class)"),
                                "",
                                """
                        package lib;
                        public class Behavior implements jakarta.persistence.AttributeConverter<String, Integer> {
                          public Behavior() { /*code*/ }
                          public Integer convertToDatabaseColumn(String text) { return 1; }
                          public String convertToEntityAttribute(Integer number) { return null; }
                        }
                        """,
                                List.of(),
                                "name integer")),
                Named.of(
                        "user type",
                        new Kind(
                                MODEL.formatted("", "@org.hibernate.annotations.Type(lib.Behavior.class)"),
                                "",
                                """
                        package lib;
                        import java.sql.*;
                        import org.hibernate.type.descriptor.WrapperOptions;
                        public class Behavior implements org.hibernate.usertype.UserType<String> {
                          public int getSqlType() { /*code*/ return Types.INTEGER; }
                          public Class<String> returnedClass() { return String.class; }
                          public boolean equals(String a, String b) { return false; }
                          public int hashCode(String a) { return 0; }
                          public String nullSafeGet(ResultSet rs, int position, WrapperOptions options) { return null; }
                          public void nullSafeSet(PreparedStatement st, String value, int index, WrapperOptions options) {}
                          public String deepCopy(String value) { return value; }
                          public boolean isMutable() { return false; }
                          public java.io.Serializable disassemble(String value) { return value; }
                          public String assemble(java.io.Serializable cached, Object owner) { return null; }
                        }
                        """,
                                List.of(),
                                "name integer")),
                Named.of(
                        "physical naming",
                        new Kind(
                                MODEL.formatted("", ""),
                                "hibernate.physical_naming_strategy",
                                """
                        package lib;
                        import org.hibernate.boot.model.naming.*;
                        import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
                        public class Behavior extends PhysicalNamingStrategyStandardImpl {
                          @Override public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment jdbc) {
                            /*code*/ return Identifier.toIdentifier("c_" + name.getText()); }
                        }
                        """,
                                List.of(),
                                "c_name varchar(255)")),
                Named.of(
                        "implicit naming",
                        new Kind(
                                MODEL.formatted("", ""),
                                "hibernate.implicit_naming_strategy",
                                """
                        package lib;
                        import org.hibernate.boot.model.naming.*;
                        public class Behavior extends ImplicitNamingStrategyJpaCompliantImpl {
                          @Override public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
                            /*code*/ return Identifier.toIdentifier("i_" + source.getAttributePath().getProperty()); }
                        }
                        """,
                                List.of(),
                                "i_name varchar(255)")),
                Named.of(
                        "generator",
                        new Kind(
                                MODEL.formatted("@lib.Numbered", ""),
                                "",
                                """
                        package lib;
                        import org.hibernate.boot.model.relational.*;
                        import org.hibernate.engine.spi.SharedSessionContractImplementor;
                        public class Behavior implements org.hibernate.id.IdentifierGenerator {
                          public Object generate(SharedSessionContractImplementor session, Object entity) { return 1L; }
                          @Override public void registerExportables(Database database) {
                            /*code*/ Namespace all = database.getDefaultNamespace();
                            var numbers = org.hibernate.boot.model.naming.Identifier.toIdentifier("numbers");
                            if (all.locateSequence(numbers) == null) all.createSequence(
numbers, name -> new Sequence("orm", null, null, name, 7, 3)); }
                        }
                        """,
                                List.of("""
                        package lib;
                        import java.lang.annotation.*;
                        @org.hibernate.annotations.IdGeneratorType(Behavior.class) @Retention(RetentionPolicy.RUNTIME)
                        @Target({ElementType.FIELD, ElementType.METHOD}) public @interface Numbered {}
                        """),
                                "sequence numbers start 7 increment 3")),
                Named.of(
                        "dialect",
                        new Kind(
                                MODEL.formatted("", ""),
                                "hibernate.dialect",
                                """
                        package lib;
                        public class Behavior extends org.hibernate.dialect.H2Dialect {
                          public Behavior(org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo info) { super(info); }
                          public Behavior() {}
                          @Override protected String columnType(int code) {
                            /*code*/ return code == java.sql.Types.VARCHAR ? "varchar_ignorecase($l)" : super.columnType(code); }
                        }
                        """,
                                List.of(),
                                "name varchar_ignorecase(255)")));
    }

    private static Reading reading(Kind kind, List<String> sources) {
        Reading reading = Reading.of(sources.toArray(String[]::new)).in("h2");
        return kind.setting.isEmpty() ? reading : reading.with(kind.setting, "lib.Behavior");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fromTheSources(Kind kind) {
        List<String> sources = new ArrayList<>(kind.others);
        sources.addAll(List.of(kind.entity, kind.behavior));

        Reading.Result result = reading(kind, sources).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("h2")).contains(kind.column);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fromTheClassPath(Kind kind) throws IOException {
        List<String> library = new ArrayList<>(kind.others);
        library.add(kind.behavior);
        HibernateOracle.compile(library, compiled);
        List<File> classPath = Stream.concat(
                        Stream.of(compiled.toFile()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(File::new))
                .toList();

        Reading.Result result =
                reading(kind, List.of(kind.entity)).onClassPath(classPath).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("h2")).contains(kind.column);
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
        List<File> classPath = Stream.concat(
                        Stream.of(compiled.toFile()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(File::new))
                .toList();
        String entity = MODEL.formatted("", "@Convert(converter = lib.Behavior.class)");

        assertThat(Reading.of(entity).in("h2").onClassPath(classPath).read().text("h2"))
                .contains("name integer");
        assertThat(Reading.of(entity, converter.formatted("Long"))
                        .in("h2")
                        .onClassPath(classPath)
                        .read()
                        .text("h2"))
                .contains("name bigint");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutItsCodeItIsNamed(Kind kind) {
        List<String> sources = new ArrayList<>(kind.others);
        sources.addAll(List.of(kind.entity, kind.behavior.replace("/*code*/", "Absent.help();")));

        Reading.Result result = reading(kind, sources).read();

        assertThat(result.models()).isEmpty();
        assertThat(result.findings())
                .anyMatch(finding -> finding.startsWith(
                                "Behavior: [UnavailableClass] Hibernate must run lib.Behavior while the code is compiled, and has no compiled class of it")
                        && finding.contains("help: move the class to a module that is compiled before this one"));
    }
}
