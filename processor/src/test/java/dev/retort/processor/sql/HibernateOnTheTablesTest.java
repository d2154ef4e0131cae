package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hibernate accepts the tables, numbers its rows with them, and reads back what it wrote. */
class HibernateOnTheTablesTest {

    enum State {
        NEW,
        DONE
    }

    /** Not {@code Long}: on SQLite Hibernate's validation then refuses the {@code integer} that Hibernate itself creates. */
    @Entity(name = "jobs")
    static class Job {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Enumerated(EnumType.STRING)
        State state;

        Instant since;
        double price;
    }

    @Entity(name = "parts")
    static class Part {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        UUID code;
    }

    private static final Table JOBS = new Table(
            QualifiedName.of("jobs"),
            List.of(
                    // Before the numbered column one of the same type: Hibernate's own DDL loses the type then.
                    Samples.column("price", DataType.of(Kind.DOUBLE_PRECISION), false),
                    Samples.column("attempts", Samples.INTEGER, true),
                    new Column(Name.of("id"), Samples.INTEGER, false, Optional.empty(), true),
                    Samples.column("state", DataType.enumeration(List.of("NEW", "DONE")), true),
                    Samples.column("since", DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 6), true)),
            Optional.of(Samples.primaryKey("pk_jobs", "id")),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private static final Table PARTS = new Table(
            QualifiedName.of("parts"),
            List.of(Samples.column("id", Samples.BIGINT, false), Samples.column("code", DataType.of(Kind.UUID), true)),
            Optional.of(Samples.primaryKey("pk_parts", "id")),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void worksOnThem(String word, @TempDir Path directory) throws Exception {
        DatabaseDialect dialect = DatabaseDialect.parse(word);
        String url = word.equals("sqlite")
                ? "jdbc:sqlite:" + directory.resolve("jobs.db")
                : "jdbc:h2:" + directory.resolve("jobs");
        List<Operation> operations = List.of(
                new CreateTable(JOBS),
                new CreateTable(PARTS),
                new CreateSequence(new Sequence(QualifiedName.of("parts_SEQ"), 1, 50)),
                new AlterColumn(
                        JOBS.name(),
                        Name.of("attempts"),
                        Optional.of(Samples.BIGINT),
                        Optional.empty(),
                        Optional.empty()));
        List<Schema> schemas = SchemaFold.schemas(Schema.empty(), operations);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (SqlStep step : SqlRendering.of(dialect).revision(operations, schemas.subList(0, 4))) {
                if (step instanceof SqlStep.Statement sql) {
                    statement.execute(sql.sql());
                } else if (step instanceof SqlStep.Alone alone) {
                    statement.execute(alone.sql());
                }
            }
        }

        StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.dialect", dialect.hibernate())
                // A provider is on the class path, but not the expression language that it wants.
                .applySetting("jakarta.persistence.validation.mode", "none")
                .applySetting("hibernate.connection.url", url)
                .applySetting("hibernate.hbm2ddl.auto", "validate")
                .build();
        try (SessionFactory factory = new MetadataSources(services)
                .addAnnotatedClass(Job.class)
                .addAnnotatedClass(Part.class)
                .buildMetadata()
                .buildSessionFactory()) {
            Instant since = Instant.parse("2026-11-22T10:15:30.123Z");
            UUID code = UUID.fromString("00000000-0000-0001-0000-000000000002");
            // Two transactions: Hibernate numbers the parts over a connection of its own, and SQLite has one writer.
            factory.inTransaction(session -> {
                for (int i = 0; i < 2; i++) {
                    Part part = new Part();
                    part.code = code;
                    session.persist(part);
                }
            });
            factory.inTransaction(session -> {
                for (State state : State.values()) {
                    Job job = new Job();
                    job.state = state;
                    job.since = since;
                    job.price = 0.1;
                    session.persist(job);
                }
            });
            factory.inSession(session -> {
                Job done = session.find(Job.class, 2);
                assertThat(done.state).isEqualTo(State.DONE);
                assertThat(done.since).isEqualTo(since);
                assertThat(done.price).isEqualTo(0.1);
                assertThat(session.find(Part.class, 1L).code).isEqualTo(code);
                assertThat(session.find(Part.class, 2L)).isNotNull();
            });
        } finally {
            StandardServiceRegistryBuilder.destroy(services);
        }
    }
}
