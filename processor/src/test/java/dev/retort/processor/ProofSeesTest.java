package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proof that cannot fail proves nothing: what Hibernate makes of a model that differs in one fact is not the same. */
class ProofSeesTest {
    private static final String SOURCE = ProofModel.HEAD + """
            @Entity
            @Table(
                    name = "bills",
                    uniqueConstraints = @UniqueConstraint(name = "uq_bills", columnNames = {"area", "code"}),
                    indexes = @Index(name = "ix_bills", columnList = "code, amount desc"),
                    check = @CheckConstraint(name = "ck_bills", constraint = "amount > 0"))
            class Bill {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bills_seq")
                @SequenceGenerator(name = "bills_seq", sequenceName = "bills_seq", initialValue = 5, allocationSize = 20)
                Long id;

                @Column(length = 40, nullable = false)
                @Comment("what it is called")
                String code;

                @Column(precision = 12, scale = 3)
                @ColumnDefault("7")
                BigDecimal amount;

                @Column(unique = true)
                int area;

                @GeneratedColumn("area * 2")
                Integer twice;

                @Enumerated(EnumType.STRING)
                Kind kind;

                @ManyToOne
                @OnDelete(action = OnDeleteAction.CASCADE)
                @JoinColumn(name = "previous", foreignKey = @ForeignKey(name = "fk_previous"))
                Bill previous;

                String text;
            }

            enum Kind { A, B }

            @Entity
            @View(query = "select id, area from bills where area > 10")
            class Large { @Id Long id; int area; }
            """;

    @TempDir
    private static Path directory;

    private static MigrationRegistry registry;

    private static ProofModel model(String source) {
        return new ProofModel("bills", List.of(source), Map.of(), Map.of());
    }

    @BeforeAll
    static void write() throws Exception {
        WrittenMigrations migrations = new WrittenMigrations(
                directory,
                ProofModel.DIALECTS.stream().map(ProofDatabase::declared).toList());
        migrations.write(model(SOURCE), "The first revision");
        registry = WrittenMigrations.registry(migrations.compiled(migrations.compile(model(SOURCE)), model(SOURCE)));
    }

    /** What our tables of {@link #SOURCE} have otherwise than Hibernate's of the other. */
    private static String differences(String other, String dialect) throws Exception {
        WrittenMigrations none = new WrittenMigrations(directory, List.of());
        CompiledModel compiled = none.compiled(none.withoutRetort(model(other)), model(other));
        try (ProofDatabase database = ProofDatabase.of(dialect, model(SOURCE))) {
            Migrator.of(database.source(), registry).upgrade();
            CompiledModel.Booted hibernate = database.boot(compiled, database.hibernatesUrl());
            assertThat(database.create(hibernate.creation())).isEmpty();
            return database.differencesToHibernates();
        }
    }

    @Test
    void theSameModelIsTheSame() throws Exception {
        for (String dialect : ProofModel.DIALECTS) {
            assertThat(differences(SOURCE, dialect)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "length = 40, ; length = 41, ; sqlite h2 postgresql mariadb",
                "scale = 3; scale = 2; sqlite h2 postgresql mariadb",
                "length = 40, nullable = false; length = 40; sqlite h2 postgresql mariadb",
                "ColumnDefault(\"7\"); ColumnDefault(\"8\"); sqlite h2 postgresql mariadb",
                "area * 2; area * 3; sqlite h2 postgresql mariadb",
                "A, B }; A, B, C }; sqlite h2 postgresql mariadb",
                "what it is called; how it is called; h2 postgresql mariadb",
                "String text; @Collate(\"nocase\") String text; sqlite",
                "String text; @Collate(\"C\") String text; postgresql",
                "String text; @Collate(\"utf8mb4_bin\") String text; mariadb",
                "\"area\", \"code\"; \"code\", \"area\"; h2 postgresql mariadb",
                "uq_bills; uq_other; h2 postgresql mariadb",
                "@Column(unique = true); @Column; h2 postgresql mariadb",
                "code, amount desc; amount desc, code; sqlite h2 postgresql mariadb",
                "code, amount desc; code, amount; sqlite h2 postgresql mariadb",
                "ix_bills; ix_other; sqlite h2 postgresql mariadb",
                "amount > 0; amount >= 0; sqlite h2 postgresql mariadb",
                "ck_bills; ck_other; sqlite h2 postgresql mariadb",
                "OnDeleteAction.CASCADE; OnDeleteAction.NO_ACTION; h2 postgresql mariadb",
                "fk_previous; fk_prior; h2 postgresql mariadb",
                "initialValue = 5; initialValue = 6; sqlite h2 postgresql mariadb",
                "allocationSize = 20; allocationSize = 30; h2 postgresql mariadb",
                "area > 10; area > 11; sqlite h2 postgresql mariadb"
            })
    void oneFactThatDiffersIsSeen(String text, String replacement, String dialects) throws Exception {
        assertThat(SOURCE).containsOnlyOnce(text);
        for (String dialect : dialects.split(" ")) {
            assertThat(differences(SOURCE.replace(text, replacement), dialect))
                    .as(dialect)
                    .isNotEmpty();
        }
    }

    @Test
    void aKeyThatSqliteLacksIsSeen() throws SQLException {
        try (ProofDatabase sqlite = ProofDatabase.of("sqlite");
                ProofDatabase h2 = ProofDatabase.of("h2")) {
            for (ProofDatabase database : List.of(sqlite, h2)) {
                database.ours().execute("create table a (id bigint primary key, code varchar(9))");
            }
            sqlite.ours().execute("create table b (a_id bigint references a (id) on delete cascade)");
            h2.ours().execute("create table b (a_id bigint references a (id) on delete cascade)");
            assertThat(sqlite.keys())
                    .isEqualTo(h2.keys())
                    .containsExactly("foreign key of b [a_id>id] to a on delete cascade");

            h2.ours().execute("create unique index uq on a (code)");

            assertThat(h2.keys())
                    .containsExactly("foreign key of b [a_id>id] to a on delete cascade", "unique key of a (code)");
            assertThat(sqlite.keys()).doesNotContain("unique key of a (code)");
        }
    }
}
