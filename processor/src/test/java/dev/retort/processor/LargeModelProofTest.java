package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.entity.LargeModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large model, the whole way: its migration is written in one go, applied and undone, and then tells one drift. */
class LargeModelProofTest {
    private static final String BALANCE = """
            package app;
            import jakarta.persistence.*;
            @Entity @org.hibernate.annotations.Immutable @Table(name = "v_balance")
            class Balance { @Id Long id; @ManyToOne Customer7 customer; java.math.BigDecimal amount; }
            """;

    /** All at once, their columns are more than SQLite's driver can ask for. */
    private static final Map<String, String> ONE_BY_ONE =
            Map.of("hibernate.hbm2ddl.jdbc_metadata_extraction_strategy", "individually");

    @TempDir
    static Path directory;

    @BeforeAll
    static void isWrittenAppliedAndUndone() throws Exception {
        new Proof(directory, List.of("sqlite", "h2", "postgresql")).fromNothing(model(LargeModel.sources()));
    }

    @Test
    void oneChangeIsOneFinding() throws IOException {
        List<String> changed = LargeModel.sources().stream()
                .map(source -> source.replace(
                        "class Purchase17 { @Id Long id;", "class Purchase17 { @Id Long id; String remark;"))
                .toList();

        assertThat(findings(changed, List.of())).hasSize(1).first().asString().matches("""
                \\[ColumnDrift] table Purchase17 has no column remark, mapped by Purchase17\\.remark
                    schema at head \\w{12} \\(TheFirstRevision\\), dialect sqlite
                    help: add to a new migration that revises \\w{12}
                          op\\.addColumn\\("Purchase17", "remark", varchar\\(255\\)\\);
                    help: or have the migration written: -Aretort\\.revision="what it does\"""");
    }

    /** Nor is a key to be expected from it. */
    @Test
    void aViewOfSomebodyElsesIsUnmapped() throws IOException {
        List<String> withView = new ArrayList<>(LargeModel.sources());
        withView.add(BALANCE);

        assertThat(findings(withView, List.of("v_*"))).isEmpty();
    }

    @Test
    void aViewThatIsNotUnmappedIsMissed() throws IOException {
        List<String> withView = new ArrayList<>(LargeModel.sources());
        withView.add(BALANCE);

        assertThat(findings(withView, List.of("w_*")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("[TableDrift] there is no table v_balance, mapped by Balance\n")
                .contains("table.foreignKey(\"customer_id\").references(\"Customer7\", \"id\");");
    }

    /** Of the written migration with another model, in one dialect. */
    private static List<String> findings(List<String> sources, List<String> unmapped) throws IOException {
        WrittenMigrations migrations =
                new WrittenMigrations(directory, List.of(ProofDatabase.declared("sqlite")), unmapped);
        return WrittenMigrations.findings(migrations.compile(model(sources)));
    }

    private static ProofModel model(List<String> sources) {
        return new ProofModel("large", sources, ONE_BY_ONE, Map.of());
    }
}
