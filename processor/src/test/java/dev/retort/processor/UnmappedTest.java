package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no entity maps on purpose is no drift, so that a column whose property is gone may wait for its drop. */
class UnmappedTest {
    private static final String ENTITY = """
            package app;
            import jakarta.persistence.*;
            @Entity @Table(name = "users") class User { @Id Long id; String name; }
            """;

    private static String environment(String unmapped) {
        return "@dev.retort.MigrationEnvironment(dialects = \"sqlite\", unmapped = {" + unmapped + "})\npackage app;\n";
    }

    /** The table of the entity, with more columns. */
    private static String migration(String more, String operations) {
        return """
                package app;
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "a1")
                final class Create implements SchemaMigration {
                    public void upgrade(Operations op) {
                        op.createTable("users", table -> {
                            table.column("id", bigint()).notNull();
                            table.column("name", varchar(255));
                            %s
                            table.primaryKey("id");
                        });
                        %s
                    }
                }
                """.formatted(more, operations);
    }

    private static String messages(String unmapped, String more, String operations) {
        return Javac.messages(Javac.compile(environment(unmapped), ENTITY, migration(more, operations)));
    }

    private static List<String> findings(String messages) {
        return messages.lines().filter(line -> line.contains(": [")).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table.column(\"legacy_name\", varchar(20));",
                "table.column(\"legacy_age\", integer()).notNull().defaultValue(0);",
                "table.column(\"legacy_twice\", integer()).notNull().generatedAs(\"id * 2\");"
            })
    void aColumnThatInsertsCanLeaveOutWaits(String column) {
        assertThat(messages("\"users.legacy_*\"", column, "")).isEmpty();
        assertThat(findings(messages("", column, "")))
                .singleElement()
                .asString()
                .contains("[ColumnDrift] no property maps column users.legacy_");
    }

    @Test
    void oneThatTheyCannotIsReported() {
        assertThat(findings(messages("\"users.legacy_*\"", "table.column(\"legacy_age\", integer()).notNull();", "")))
                .singleElement()
                .asString()
                .contains("[ColumnDrift] no property maps column users.legacy_age, which is not null without default");
    }

    /** And what hangs on it waits with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| op.createIndex(\"ix\", \"users\", \"legacy_id\");",
                "| op.createIndex(\"ix\", \"users\", \"legacy_id\", \"name\");",
                "table.unique(\"legacy_id\"); |",
                "table.foreignKey(\"legacy_id\").references(\"users\", \"id\"); |",
                "table.check(\"legacy_id > 0\"); |"
            })
    void aKeyOfItWaitsToo(String more, String operations) {
        String columns = "table.column(\"legacy_id\", bigint()); " + Objects.requireNonNullElse(more, "");
        assertThat(messages("\"users.legacy_id\"", columns, Objects.requireNonNullElse(operations, "")))
                .isEmpty();
    }

    @Test
    void aKeyOfMappedColumnsDoesNot() {
        assertThat(findings(messages(
                        "\"users.legacy_id\"", "table.column(\"legacy_id\", bigint()); table.unique(\"name\");", "")))
                .singleElement()
                .asString()
                .contains("[UniqueDrift] the model does not declare unique key (name) of table users");
    }

    @ParameterizedTest
    @CsvSource({
        "qrtz_*, qrtz_jobs, true",
        "QRTZ_*, qrtz_jobs, true",
        "qrtz_*, my_qrtz_jobs, false",
        "*_jobs, qrtz_jobs, true"
    })
    void tablesOfOthersByPattern(String pattern, String table, boolean isMeant) {
        String create = "op.createTable(\"" + table + "\", t -> { t.column(\"id\", bigint()).notNull();"
                + " t.column(\"size\", integer()).notNull(); t.primaryKey(\"id\"); });";
        assertThat(findings(messages('"' + pattern + '"', "", create))).hasSize(isMeant ? 0 : 1);
    }
}
