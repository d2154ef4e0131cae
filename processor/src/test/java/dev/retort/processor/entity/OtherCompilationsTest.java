package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of dependencies, and classes that other processors change. */
class OtherCompilationsTest {
    private static final String BASE = """
            package lib;
            import jakarta.persistence.*;
            @MappedSuperclass public abstract class Base {
              static { if (true) throw new IllegalStateException("no code of an entity may run"); }
              @Id @GeneratedValue Long id; @Convert(converter = LevelConverter.class) Level level; Ordinal ordinal;
              enum Ordinal { A, B, C }
              protected Base(String text) {}
            }
            """;
    private static final String LEVEL = """
            package lib;
            public enum Level { LOW("l"), HIGH("h"); final String code; Level(String code) { this.code = code; } }
            """;
    private static final String CONVERTER = """
            package lib;
            import jakarta.persistence.*;
            public class LevelConverter implements AttributeConverter<Level, String> {
              public String convertToDatabaseColumn(Level level) { return level.code; }
              public Level convertToEntityAttribute(String code) { return null; }
            }
            """;
    private static final String SHARED = """
            package lib;
            import jakarta.persistence.*;
            @Entity public class Shared extends Base { protected Shared() { super("x"); } @Column(length = 10) String text; }
            """;

    @TempDir
    Path compiled;

    @Test
    void entitiesAndConvertersOfDependencies() throws IOException {
        HibernateOracle.compile(List.of(BASE, LEVEL, CONVERTER, SHARED), compiled);

        Reading.Result result = Reading.of("""
                        package app;
                        import jakarta.persistence.*;
                        @Entity class Own extends lib.Base { Own() { super("y"); } @ManyToOne lib.Shared shared; }
                        """)
                .onClassPath(classPathWith(compiled))
                .mapping("lib.Shared", "lib.Base")
                .in("sqlite")
                .read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("sqlite")).isEqualTo("""
                    Own
                      ordinal tinyint
                      id bigint not null
                      shared_id bigint
                      level varchar(255)
                      primary key (id)
                      foreign key (shared_id) to Shared (id)
                      check level in ('h','l')
                      check ordinal between 0 and 2
                    Shared
                      ordinal tinyint
                      id bigint not null
                      text varchar(10)
                      level varchar(255)
                      primary key (id)
                      check level in ('h','l')
                      check ordinal between 0 and 2
                    sequence Own_SEQ start 1 increment 50
                    sequence Shared_SEQ start 1 increment 50""");
    }

    @Test
    void sourcesComeBeforeWhatAnEarlierCompilationMadeOfThem() throws IOException {
        HibernateOracle.compile(
                List.of("package app; public enum Color { OLD }", "package app; public class Thing { Color color; }"),
                compiled);

        Reading.Result result = Reading.of("package app; public enum Color { RED, GREEN }", """
                        package app;
                        import jakarta.persistence.*;
                        @Entity public class Thing { @Id Long id; @Enumerated(EnumType.STRING) Color color; }
                        """)
                .onClassPath(classPathWith(compiled))
                .in("h2")
                .read();

        assertThat(result.text("h2")).isEqualTo("""
                    Thing
                      id bigint not null
                      color enum ('GREEN','RED')
                      primary key (id)""");
    }

    @Test
    void lombok() {
        Reading.Result result =
                Reading.of("""
                        package app;
                        import jakarta.persistence.*;
                        import lombok.*;
                        @Entity @Data @Builder @NoArgsConstructor @AllArgsConstructor @Access(AccessType.FIELD)
                        public class Person { @Id Long id; @Column(length = 30) private String name; @Convert(converter = Level.Converter.class) private Level level; }
                        """, """
                        package app;
                        import jakarta.persistence.*;
                        @lombok.Getter @lombok.RequiredArgsConstructor
                        public enum Level { LOW("l"), HIGH("h"); private final String code;
                          public static class Converter implements AttributeConverter<Level, String> {
                            public String convertToDatabaseColumn(Level level) { return level.getCode(); }
                            public Level convertToEntityAttribute(String code) { return null; }
                          } }
                        """).beside(Reading.lombok()).in("sqlite").read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("sqlite")).isEqualTo("""
                    Person
                      id bigint not null
                      name varchar(30)
                      level varchar(255)
                      primary key (id)
                      check level in ('h','l')""");
    }

    private static List<File> classPathWith(Path directory) {
        List<File> entries =
                new ArrayList<>(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(File::new)
                        .toList());
        entries.add(directory.toFile());
        assertThat(Files.isDirectory(directory)).isTrue();
        return entries;
    }
}
