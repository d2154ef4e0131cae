package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One migration for several dialects, to the letter: said once where one text serves all, by {@code onDialect} where the
 * model differs; formatted; tables before their keys, indexes last, drops in reverse.
 */
class WrittenForDialectsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "written");

    private static final String MODEL = """
            package app;

            import jakarta.persistence.*;
            import java.util.*;
            import org.hibernate.annotations.JdbcTypeCode;
            import org.hibernate.type.SqlTypes;

            @Entity
            @Table(name = "accounts", indexes = @Index(name = "ix_accounts_owner", columnList = "owner_id, state"))
            class Account {
                enum State { OPEN, FROZEN, CLOSED }

                @Id @GeneratedValue Long id;

                @Enumerated(EnumType.STRING) @Column(nullable = false) State state;

                @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.NAMED_ENUM) State before;

                @JdbcTypeCode(SqlTypes.JSON) Map<String, String> settings;

                @ManyToOne(optional = false) @JoinColumn(foreignKey = @ForeignKey(name = "fk_accounts_owner")) Owner owner;
            }

            @Entity
            @Table(name = "owners", uniqueConstraints = @UniqueConstraint(name = "uq_owners_a_rather_long_name_for_a_key",
                    columnNames = {"first_name", "last_name", "born", "first_account_id"}))
            class Owner {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                String first_name;
                String last_name;
                java.time.LocalDate born;
                @OneToOne @JoinColumn(foreignKey = @ForeignKey(name = "fk_owners_first")) Account first_account;
            }
            """;

    /** Hibernate has named types of H2 from 7.3 on. */
    private static final boolean H2_HAS_NAMED_TYPES = HibernateVersion.isAtLeast("7.3");

    private static final String UNTIL = H2_HAS_NAMED_TYPES ? "" : "-until-7.2";

    @TempDir
    Path directory;

    @Test
    void theFirstRevision() throws Exception {
        assertWritten("two-dialects" + UNTIL, written(List.of("h2", "postgresql"), ofTwoDialects(), "Begin"));
    }

    /** A sequence or its table, a check or none: one operation says both. Hibernate has named types on few databases. */
    @Test
    void whatOneOperationSaysForAllIsSaidOnce() throws Exception {
        String source = written(List.of("sqlite", "h2"), withoutNamedType(), "Begin");
        assertThat(source).doesNotContain("onDialect").contains("op.createSequence(\"accounts_SEQ\")");
        assertWritten("said-once", source);
    }

    @Test
    void forOneDialectNothingIsSaidOfDialects() throws Exception {
        String source = written(List.of("postgresql"), MODEL, "Begin");
        assertThat(source).doesNotContain("onDialect");
        assertWritten("one-dialect", source);
    }

    @Test
    void aRevisionThatTakesAwayAgain() throws Exception {
        List<String> dialects = List.of("h2", "postgresql");
        written(dialects, ofTwoDialects(), "Begin");
        String smaller = """
                package app;
                import jakarta.persistence.*;
                @Entity @Table(name = "owners") class Owner {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    String first_name;
                    String last_name;
                }
                """;
        assertWritten("taken-away" + UNTIL, written(dialects, smaller, "End"));
    }

    private static String ofTwoDialects() {
        return H2_HAS_NAMED_TYPES ? MODEL : withoutNamedType();
    }

    private static String withoutNamedType() {
        return MODEL.replaceFirst(
                "@Enumerated\\(EnumType.STRING\\) @JdbcTypeCode\\(SqlTypes.NAMED_ENUM\\) State before;", "");
    }

    private String written(List<String> dialects, String model, String message) throws Exception {
        ProofModel sources = new ProofModel("accounts", List.of(model), Map.of(), Map.of());
        String said = Javac.messages(Javac.compile(
                new WrittenMigrations(directory, dialects).sources(sources),
                "-Aretort.revision=" + message,
                "-Aretort.rename=none",
                "-Aretort.sourceDirectory=" + directory));
        Path file = directory.resolve("app/" + message + ".java");
        assertThat(file).as(said).isRegularFile();
        return Files.readString(file).replaceAll("\"[0-9a-f]{12}\"", "\"…\"");
    }

    private static void assertWritten(String golden, String source) throws Exception {
        Path file = GOLDEN.resolve(golden + ".txt");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, source);
        }
        assertThat(source).isEqualTo(Files.readString(file));
    }
}
