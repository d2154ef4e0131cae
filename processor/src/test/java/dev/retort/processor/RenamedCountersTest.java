package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table generator counts under the name of the entity's table: no number is given twice when that is renamed. */
class RenamedCountersTest {
    private static final String ENTITY = """
            package app;
            import jakarta.persistence.*;
            @Entity @Table(name = "%s")
            class User { @Id @GeneratedValue(strategy = GenerationType.TABLE%s) Long id; String name; }
            """;
    private static final String BY_TABLE =
            ", generator = \"g\") @TableGenerator(name = \"g\", table = \"hibernate_sequences\"";
    private static final String COUNTED = "select sequence_name, next_val from hibernate_sequences order by 1";

    @TempDir
    Path directory;

    private static ProofModel model(String table, String generator) {
        return new ProofModel("model", List.of(ENTITY.formatted(table, generator)), Map.of(), Map.of());
    }

    private WrittenMigrations migrations() {
        return new WrittenMigrations(
                directory,
                ProofModel.DIALECTS.stream().map(ProofDatabase::declared).toList());
    }

    @Test
    void theRowFollowsUpAndDown() throws Exception {
        WrittenMigrations migrations = migrations();
        migrations.write(model("users", BY_TABLE), "First");
        ProofModel renamed = model("accounts", BY_TABLE);
        String source = migrations.write(renamed, "Second", "-Aretort.rename=users:accounts");
        assertThat(source)
                .containsOnlyOnce(
                        "update hibernate_sequences set sequence_name = 'accounts' where sequence_name = 'users'")
                .containsOnlyOnce(
                        "update hibernate_sequences set sequence_name = 'users' where sequence_name = 'accounts'");
        CompiledModel compiled = migrations.compiled(migrations.compile(renamed), renamed);
        MigrationRegistry registry = WrittenMigrations.registry(compiled);
        for (String dialect : ProofModel.DIALECTS) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = Migrator.of(database.source(), registry);
                migrator.upgrade("+1");
                database.ours().execute("update hibernate_sequences set next_val = 700");
                migrator.upgrade();
                assertThat(database.ours().rows(COUNTED)).as(dialect).containsExactly("accounts|700");
                migrator.downgrade("-1");
                assertThat(database.ours().rows(COUNTED)).as(dialect).containsExactly("users|700");
            }
        }
    }

    /** One that counts under a name of its own stays where it is. */
    @Test
    void aNameOfItsOwnStays() throws Exception {
        String generator = ", generator = \"g\") @TableGenerator(name = \"g\", pkColumnValue = \"people\"";
        WrittenMigrations migrations = migrations();
        migrations.write(model("users", generator), "First");
        assertThat(migrations.write(model("accounts", generator), "Second", "-Aretort.rename=users:accounts"))
                .contains("renameTable(\"users\", \"accounts\")")
                .doesNotContain("execute");
    }
}
