package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.retort.runtime.MigrationException;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A change of one table with rows.
 *
 * @param first the properties of the entity before it
 * @param second and after it, behind what else {@code @Table} says, where that stands before {@link #TABLE}
 * @param choices what the variables stand for that do not compile
 * @param rows statements before the upgrade
 * @param more statements between upgrade and downgrade
 * @param upgraded what {@code query} gives after the upgrade
 * @param downgraded what it gives after the downgrade; nothing where it asks for what is not there any more
 * @param dialects in which the change is one
 */
record ChangeWithRows(
        String name,
        String first,
        String second,
        Map<String, String> choices,
        List<String> rows,
        List<String> more,
        String query,
        List<String> upgraded,
        List<String> downgraded,
        List<String> dialects) {
    static final String TABLE = " -> ";

    ChangeWithRows(
            String name,
            String first,
            String second,
            Map<String, String> choices,
            List<String> rows,
            List<String> more,
            String query,
            List<String> upgraded,
            List<String> downgraded) {
        this(name, first, second, choices, rows, more, query, upgraded, downgraded, ProofModel.DIALECTS);
    }

    ChangeWithRows only(String... words) {
        return new ChangeWithRows(
                name, first, second, choices, rows, more, query, upgraded, downgraded, List.of(words));
    }

    @Override
    public String toString() {
        return name;
    }

    /** Up and down, with what has been chosen. */
    void succeeds(Path directory) throws Exception {
        WrittenMigrations migrations = written(directory);
        assertThat(Javac.messages(migrations.compile(model(second)))).contains(choices.keySet());
        choose(directory);
        isDone(migrations);
    }

    /** Up and down, with the migrations as they are. */
    void isDone(WrittenMigrations migrations) throws Exception {
        MigrationRegistry registry = compiled(migrations);
        for (String dialect : dialects) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry);
                migrator.upgrade();
                execute(database, more);
                assertThat(database.ours().rows(query)).as(dialect).isEqualTo(upgraded);
                migrator.downgrade("-1");
                if (!downgraded.isEmpty()) {
                    assertThat(database.ours().rows(query)).as(dialect).isEqualTo(downgraded);
                }
            }
        }
    }

    /** A database refuses one way or the other when null is chosen and no statement. */
    void isRefusedWithoutAChoice(Path directory) throws Exception {
        WrittenMigrations migrations = written(directory);
        migrations.choose("null");
        MigrationRegistry registry = compiled(migrations);
        for (String dialect : dialects) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry);
                assertThatThrownBy(() -> {
                            migrator.upgrade();
                            execute(database, more);
                            migrator.downgrade("-1");
                        })
                        .as(dialect)
                        .isInstanceOf(MigrationException.class);
            }
        }
    }

    /** On the way up, with the migrations as they are. */
    void upgradeIsRefused(WrittenMigrations migrations) throws Exception {
        MigrationRegistry registry = compiled(migrations);
        for (String dialect : dialects) {
            try (ProofDatabase database = ProofDatabase.of(dialect)) {
                Migrator migrator = withRows(database, registry);
                assertThatThrownBy(migrator::upgrade).as(dialect).isInstanceOf(MigrationException.class);
            }
        }
    }

    WrittenMigrations written(Path directory) throws Exception {
        WrittenMigrations migrations = new WrittenMigrations(
                directory, dialects.stream().map(ProofDatabase::declared).toList());
        migrations.write(model(first), "First");
        migrations.write(model(second), "Second", "-Aretort.rename=none");
        return migrations;
    }

    static Path file(Path directory) {
        return directory.resolve("app/Second.java");
    }

    private void choose(Path directory) throws Exception {
        String chosen = Files.readString(file(directory));
        for (var choice : choices.entrySet()) {
            chosen = chosen.replace(choice.getKey(), '"' + choice.getValue() + '"');
        }
        Files.writeString(file(directory), chosen);
    }

    MigrationRegistry compiled(WrittenMigrations migrations) throws Exception {
        Compilation compilation = migrations.compile(model(second));
        assertThat(WrittenMigrations.findings(compilation)).isEmpty();
        return WrittenMigrations.registry(new CompiledModel(compilation, Map.of()));
    }

    Migrator withRows(ProofDatabase database, MigrationRegistry registry) throws SQLException {
        Migrator migrator = Migrator.of(database.source(), registry);
        migrator.upgrade("+1");
        execute(database, rows);
        return migrator;
    }

    private static void execute(ProofDatabase database, List<String> statements) throws SQLException {
        for (String statement : statements) {
            database.ours().execute(statement);
        }
    }

    static ProofModel model(String entity) {
        int end = entity.indexOf(TABLE);
        return new ProofModel(
                "users",
                List.of("""
                        package app;
                        import jakarta.persistence.*;
                        import org.hibernate.annotations.ColumnDefault;
                        @Entity @Table(name = "users"%s) class User { @Id Long id; %s }
                        @Entity @Table(name = "teams") class Team { @Id Long id; }
                        """.formatted(
                                end < 0 ? "" : ", " + entity.substring(0, end),
                                end < 0 ? entity : entity.substring(end + TABLE.length()))),
                Map.of(),
                Map.of());
    }
}
