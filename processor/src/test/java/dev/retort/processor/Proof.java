package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.processor.dialect.Family;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The migration that the processor writes leads to what Hibernate makes of the model, and back, and leaves nothing to
 * say.
 */
final class Proof {
    private static final Pattern INTEGER_IDENTITY =
            Pattern.compile("refused: Schema[- ]validation: wrong column type encountered in column \\[\\w+] in table"
                    + " \\[\\w+]; found \\[integer \\(Types#INTEGER\\)], but expecting \\[bigint \\(Types#BIGINT\\)]");

    private final WrittenMigrations migrations;
    private final List<String> dialects;

    /** @param dialects words of those that can carry the models */
    Proof(Path directory, List<String> dialects) {
        this.migrations = new WrittenMigrations(
                directory, dialects.stream().map(ProofDatabase::declared).toList());
        this.dialects = dialects;
    }

    void fromNothing(ProofModel model) throws Exception {
        String source = migrations.write(model, "The first revision");
        Compilation compilation = migrations.compile(model);
        assertThat(WrittenMigrations.findings(compilation)).as(source).isEmpty();
        CompiledModel compiled = migrations.compiled(compilation, model);
        MigrationRegistry registry = WrittenMigrations.registry(compiled);
        Map<String, TreeSet<String>> keys = new LinkedHashMap<>();
        for (String dialect : dialects) {
            try (ProofDatabase database = ProofDatabase.of(dialect, model)) {
                TreeSet<String> before = database.facts();
                Migrator migrator = Migrator.of(database.source(), registry);
                migrator.upgrade();
                equalsHibernates(database, compiled, source);
                if (keys.size() < 2) {
                    keys.put(dialect, database.keys());
                }
                migrator.downgrade("base");
                assertThat(database.differences(before, database.facts()))
                        .as(source)
                        .isEmpty();
            }
        }
        sqliteHasAllKeys(keys, source);
    }

    /** Hibernate makes neither foreign nor unique keys there: what it makes on the next database is what ought to be. */
    private static void sqliteHasAllKeys(Map<String, TreeSet<String>> keys, String source) {
        TreeSet<String> onSqlite = keys.remove("sqlite");
        if (onSqlite != null) {
            keys.values().stream()
                    .findFirst()
                    .ifPresent(expected -> assertThat(onSqlite).as(source).isEqualTo(expected));
        }
    }

    /** @return false where the migration cannot be finished without a decision, which is all that is shown then */
    boolean fromOneToTheNext(ProofModel first, ProofModel second) throws Exception {
        migrations.write(first, "The first revision");
        String source = migrations.write(second, "The next revision", "-Aretort.rename=none");
        migrations.choose("null");

        Compilation compilation = migrations.compile(second);
        if (source.contains("op.execute(undecided);")) {
            assertThat(source).contains("numbered by the database");
            assertThat(Javac.messages(compilation)).contains("undecided");
            return false;
        }
        assertThat(WrittenMigrations.findings(compilation)).as(source).isEmpty();
        CompiledModel compiled = migrations.compiled(compilation, second);
        MigrationRegistry registry = WrittenMigrations.registry(compiled);
        for (String dialect : dialects) {
            try (ProofDatabase database = ProofDatabase.of(dialect, first, second)) {
                Migrator migrator = Migrator.of(database.source(), registry);
                migrator.upgrade("+1");
                TreeSet<String> before = database.facts();
                migrator.upgrade();
                equalsHibernates(database, compiled, source);
                migrator.downgrade("-1");
                assertThat(database.differences(before, database.facts()))
                        .as(source)
                        .isEmpty();
            }
        }
        return true;
    }

    private static void equalsHibernates(ProofDatabase database, CompiledModel compiled, String source)
            throws SQLException {
        CompiledModel.Booted hibernate = database.boot(compiled, database.url());
        assertThat(database.create(hibernate.creation()))
                .as("what Hibernate cannot do itself is a line of fixedpoint.txt")
                .isEmpty();
        assertThat(database.differencesToHibernates()).as(source).isEmpty();
        if (!hibernate.fault().isEmpty()) {
            // Hibernate refuses some of its own tables: an identity of Long on SQLite is integer, or has no type at all
            // there.
            assertThat(database.boot(compiled, database.hibernatesUrl()).fault())
                    .as(database.family().toString())
                    .isIn(refusals(database.family(), hibernate.fault()));
        }
    }

    /** Over a column without a type Hibernate stumbles before it has words. */
    private static List<String> refusals(Family family, String fault) {
        return family == Family.SQLITE && INTEGER_IDENTITY.matcher(fault).matches()
                ? List.of(fault, "refused: null")
                : List.of(fault);
    }
}
