package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.Version;
import org.junit.jupiter.api.Test;

class EntityReadingTest {
    private static final String USER = """
            package app;
            import jakarta.persistence.*;
            @Entity @Table(name = "users",
                uniqueConstraints = @UniqueConstraint(name = "uq_person", columnNames = {"name", "email"}),
                indexes = {@Index(name = "ix_name", columnList = "name"), @Index(columnList = "version")})
            class User {
              @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
              @Column(nullable = false, length = 40) String name;
              @Column(unique = true) String email;
              boolean active;
              @Version int version;
              @Enumerated(EnumType.STRING) Color color;
              @org.hibernate.annotations.ColumnDefault("42") int answer;
              @ManyToOne @JoinColumn(name = "boss") @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE) User boss;
              @ManyToOne @JoinColumn(name = "mentor", foreignKey = @ForeignKey(name = "fk_mentor")) User mentor;
              @Column(check = @CheckConstraint(name = "ck_age", constraint = "age > 0")) Integer age;
              enum Color { RED, GREEN }
            }
            """;

    @Test
    void readsAnEntityForEachDialect() {
        Reading.Result result = Reading.of(USER).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("sqlite")).isEqualTo("""
                    users
                      active boolean not null
                      age integer
                      answer integer default 42 not null
                      version integer not null
                      boss bigint
                      id bigint not null identity
                      mentor bigint
                      name varchar(40) not null
                      color varchar(255)
                      email varchar(255)
                      primary key (id)
                      foreign key (boss) to users (id) on delete cascade
                      fk_mentor: foreign key (mentor) to users (id)
                      unique key (email)
                      uq_person: unique key (name, email)
                      ck_age: check age > 0
                      check color in ('RED','GREEN')
                      ix_name: index (name)
                      index (version)""");
        assertThat(result.text("h2")).isEqualTo("""
                    users
                      active boolean not null
                      age integer
                      answer integer default 42 not null
                      version integer not null
                      boss bigint
                      id bigint not null identity
                      mentor bigint
                      name varchar(40) not null
                      email varchar(255)
                      color enum ('GREEN','RED')
                      primary key (id)
                      foreign key (boss) to users (id) on delete cascade
                      fk_mentor: foreign key (mentor) to users (id)
                      unique key (email)
                      uq_person: unique key (name, email)
                      ck_age: check age > 0
                      ix_name: index (name)
                      index (version)""");
        assertThat(result.portable("sqlite")).isEqualTo("""
                    users
                      active bool() not null
                      age integer()
                      answer integer() default 42 not null
                      version integer() not null
                      boss bigint()
                      id bigint() not null identity
                      mentor bigint()
                      name varchar(40) not null
                      color enumeration("RED", "GREEN")
                      email varchar(255)
                      primary key (id)
                      foreign key (boss) to users (id) on delete cascade
                      fk_mentor: foreign key (mentor) to users (id)
                      unique key (email)
                      uq_person: unique key (name, email)
                      ck_age: check age > 0
                      check color in ('RED','GREEN')
                      ix_name: index (name)
                      index (version)""");
        assertThat(result.portable("h2")).isEqualTo("""
                    users
                      active bool() not null
                      age integer()
                      answer integer() default 42 not null
                      version integer() not null
                      boss bigint()
                      id bigint() not null identity
                      mentor bigint()
                      name varchar(40) not null
                      email varchar(255)
                      color enumeration("RED", "GREEN")
                      primary key (id)
                      foreign key (boss) to users (id) on delete cascade
                      fk_mentor: foreign key (mentor) to users (id)
                      unique key (email)
                      uq_person: unique key (name, email)
                      ck_age: check age > 0
                      ix_name: index (name)
                      index (version)""");
    }

    @Test
    void bothKindsOfDialectHaveTheSameSequences() {
        Reading.Result result = Reading.of("""
                package app;
                import jakarta.persistence.*;
                class Numbered {
                  @Entity static class Auto { @Id @GeneratedValue Long id; }
                  @Entity static class Named { @Id @GeneratedValue(generator = "g") @SequenceGenerator(name = "g", sequenceName = "numbers", initialValue = 100, allocationSize = 1) Long id; }
                  @Entity static class Table { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }
                  @Entity static class Part { @EmbeddedId Key id; @Embeddable static class Key { @GeneratedValue(strategy = GenerationType.SEQUENCE) Long number; String letter; } }
                }
                """).read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("sqlite")).isEqualTo("""
                    hibernate_sequences
                      next_val bigint
                      sequence_name varchar(255) not null
                      primary key (sequence_name)
                    Numbered$Auto
                      id bigint not null
                      primary key (id)
                    Numbered$Named
                      id bigint not null
                      primary key (id)
                    Numbered$Part
                      number bigint not null
                      letter varchar(255) not null
                      primary key (number, letter)
                    Numbered$Table
                      id bigint not null
                      primary key (id)
                    sequence Numbered$Auto_SEQ start 1 increment 50
                    sequence Numbered$Part_SEQ start 1 increment 50
                    sequence numbers start 100 increment 1""");
        assertThat(result.schema("h2").sequences())
                .containsExactlyElementsOf(result.schema("sqlite").sequences());
    }

    @Test
    void writesNothingToTheConsoleAndLeavesLoggingAsItWas() {
        Logger logger = Logger.getLogger("org.hibernate");
        Level before = logger.getLevel();
        List<String> records = new ArrayList<>();
        Handler handler = new CollectingHandler(records);
        Logger.getLogger("").addHandler(handler);
        logger.setLevel(Level.ALL);
        try {
            Reading.Result result =
                    Reading.of(USER).with("hibernate.show_sql", "true").read();

            assertThat(result.models()).isPresent();
            assertThat(result.console()).isEmpty();
            assertThat(records).isEmpty();
            assertThat(logger.getLevel()).isEqualTo(Level.ALL);
            assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("dev.retort"));

            // Afterwards Hibernate is heard again: what would have been written above is seen here.
            Version.logVersion();
            assertThat(records).singleElement().asString().contains("Hibernate ORM core version");
        } finally {
            logger.setLevel(before);
            Logger.getLogger("").removeHandler(handler);
        }
    }

    private static final class CollectingHandler extends Handler {
        private final List<String> records;

        CollectingHandler(List<String> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord record) {
            if (String.valueOf(record.getLoggerName()).startsWith("org.")) {
                records.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void appliesSpringBootsNames() {
        Reading.Result result = Reading.of("""
                        package app;
                        import jakarta.persistence.*;
                        @Entity class DownloadJob { @Id Long jobId; String sourceUrl; }
                        """)
                .with(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                .with("hibernate.default_schema", "jobs")
                .in("h2")
                .read();

        assertThat(result.text("h2")).isEqualTo("""
                    jobs.download_job
                      job_id bigint not null
                      source_url varchar(255)
                      primary key (job_id)""");
    }

    @Test
    void readsAnnotationsOfAPackage() {
        Reading.Result result = Reading.of("""
                @org.hibernate.annotations.TypeRegistration(basicClass = Code.class, userType = CodeType.class)
                package app;
                """, """
                package app;
                import jakarta.persistence.*;
                @Entity class Account { @Id Long id; Code code; }
                """, """
                package app;
                record Code(String text) implements java.io.Serializable {}
                """, """
                package app;
                import java.sql.*;
                import org.hibernate.type.descriptor.WrapperOptions;
                import org.hibernate.usertype.UserType;
                public class CodeType implements UserType<Code> {
                  public int getSqlType() { return Types.BIGINT; }
                  public Class<Code> returnedClass() { return Code.class; }
                  public Code nullSafeGet(ResultSet rs, int position, WrapperOptions options) { return null; }
                  public void nullSafeSet(PreparedStatement st, Code value, int index, WrapperOptions options) { }
                  public Code deepCopy(Code value) { return value; }
                  public boolean isMutable() { return false; }
                }
                """).in("h2").read();

        assertThat(result.findings()).isEmpty();
        assertThat(result.text("h2")).isEqualTo("""
                    Account
                      code bigint
                      id bigint not null
                      primary key (id)""");
    }

    @Test
    void twoReadingsAreEqual() {
        String first = Reading.of(USER).read().text("h2");

        assertThat(Reading.of(USER).read().text("h2")).isEqualTo(first);
    }
}
