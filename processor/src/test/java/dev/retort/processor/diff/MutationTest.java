package dev.retort.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Corpus;
import dev.retort.processor.entity.Model;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every model of the corpus with migrations that equal it, and each single fact of either side changed: nothing is
 * missed, nothing is invented, and what is found is cured by what is said.
 */
class MutationTest {
    /** Every model is mutated in the next of its dialects; with this in all of them, which takes many minutes. */
    private static final boolean ALL = Boolean.getBoolean("retort.mutation.all");

    private static final int MOST_SHOWN = 25;
    private static final Location FALLBACK = new Migrations.Place("environment");

    /** What has to be found, with its grade. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("drop a table", "TableDrift DRIFT"),
            Map.entry("rename a table", "TableDrift DRIFT, TableDrift DRIFT"),
            Map.entry("add a table", "TableDrift DRIFT"),
            Map.entry("comment on a table", ""),
            Map.entry("change a comment", "CommentDrift DRIFT"),
            Map.entry("drop a column", "ColumnDrift DRIFT"),
            Map.entry("rename a column", "ColumnDrift DRIFT, ColumnDrift DRIFT"),
            Map.entry("add a column", "ColumnDrift DRIFT"),
            Map.entry("add a column that is not null", "ColumnDrift DRIFT"),
            Map.entry("change a type", "TypeDrift DRIFT"),
            Map.entry("change a type that is written the same", ""),
            Map.entry("flip nullability", "NullabilityDrift DRIFT"),
            Map.entry("change a default", "DefaultDrift DRIFT"),
            Map.entry("drop a default", "DefaultDrift DRIFT"),
            Map.entry("add a default", ""),
            Map.entry("comment on a column", ""),
            Map.entry("set a collation", ""),
            Map.entry("generate a column", "TypeDrift DRIFT"),
            Map.entry("generate a column that has a default", "TypeDrift DRIFT"),
            Map.entry("drop a primary key", "PrimaryKeyDrift DRIFT"),
            Map.entry("reorder a primary key", "PrimaryKeyDrift DRIFT"),
            Map.entry("drop a foreign key", "ForeignKeyDrift DRIFT"),
            Map.entry("change an action", "ForeignKeyDrift DRIFT"),
            Map.entry("change a target", "ForeignKeyDrift DRIFT"),
            Map.entry("add a foreign key", "ForeignKeyDrift SURPLUS"),
            Map.entry("drop a unique key", "UniqueDrift DRIFT"),
            Map.entry("make a unique key an index", ""),
            Map.entry("rename a unique key", "UniqueDrift DRIFT"),
            Map.entry("reorder a unique key", "UniqueDrift DRIFT"),
            Map.entry("add a unique key", "UniqueDrift SURPLUS"),
            Map.entry("drop an index", "IndexDrift DRIFT"),
            Map.entry("turn an index round", "IndexDrift DRIFT"),
            Map.entry("reorder an index", "IndexDrift DRIFT"),
            Map.entry("add an index", "IndexDrift SURPLUS"),
            Map.entry("add an index on an expression", "IndexDrift SURPLUS"),
            Map.entry("add an index of the database's own", ""),
            Map.entry("drop a check", "CheckDrift DRIFT"),
            Map.entry("widen a check", "CheckDrift DRIFT"),
            Map.entry("write a check differently", ""),
            Map.entry("add a check", "CheckDrift SURPLUS"),
            Map.entry("drop a sequence", "SequenceDrift DRIFT"),
            Map.entry("change a sequence", "SequenceDrift DRIFT"),
            Map.entry("change a sequence that is a table", ""),
            Map.entry("add a sequence", "SequenceDrift DRIFT"),
            Map.entry("add an object", "TypeDrift DRIFT"),
            Map.entry("generate a column that is only read", ""),
            Map.entry("model: add a table", "TableDrift DRIFT"),
            Map.entry("model: remove a table", "TableDrift DRIFT"),
            Map.entry("model: comment on a table", "CommentDrift DRIFT"),
            Map.entry("model: comment where there are none", ""),
            Map.entry("model: add a column", "ColumnDrift DRIFT"),
            Map.entry("model: add a column with all that hangs on it", "ColumnDrift DRIFT"),
            Map.entry("model: remove a column", "ColumnDrift DRIFT"),
            Map.entry("model: flip nullability", "NullabilityDrift DRIFT"),
            Map.entry("model: set a default", "DefaultDrift DRIFT"),
            Map.entry("model: comment on a column", "CommentDrift DRIFT"),
            Map.entry("model: set a collation", "TypeDrift DRIFT"),
            Map.entry("model: generate a column", "TypeDrift DRIFT"),
            Map.entry("model: flip identity", "TypeDrift DRIFT"),
            Map.entry("model: change an action", "ForeignKeyDrift DRIFT"),
            Map.entry("model: name a foreign key", "ForeignKeyDrift DRIFT"),
            Map.entry("model: remove a foreign key", "ForeignKeyDrift SURPLUS"),
            Map.entry("model: add an index", "IndexDrift DRIFT"),
            Map.entry("model: add an index on an expression", "IndexDrift DRIFT"),
            Map.entry("model: add a unique key", "UniqueDrift DRIFT"),
            Map.entry("model: add a check", "CheckDrift DRIFT"),
            Map.entry("model: change a sequence", "SequenceDrift DRIFT"),
            Map.entry("model: change a sequence that is a table", ""),
            Map.entry("model: remove a sequence", "SequenceDrift DRIFT"),
            Map.entry("model: add a sequence", "SequenceDrift DRIFT"),
            Map.entry("model: add an object", "TypeDrift DRIFT")));

    private final Map<String, Integer> counts = new TreeMap<>();
    private int unchanged;
    private int impossible;
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> failuresByKind = new TreeMap<>();

    @Test
    void everyChangeIsFoundAndNothingElse() throws IOException {
        int turn = 0;
        for (Path file : Corpus.files()) {
            List<Map.Entry<DatabaseDialect, Model>> models = List.copyOf(
                    Corpus.read(file, Corpus.DIALECTS.toArray(String[]::new)).entrySet());
            int chosen = turn++ % models.size();
            for (int i = 0; i < models.size(); i++) {
                DatabaseDialect dialect = models.get(i).getKey();
                Model model = models.get(i).getValue();
                String where = file.getFileName() + " " + dialect + " ";
                List<Operation> base = cures(differences(dialect, Migrations.none(), model));
                Optional<Migrations> migrations = unchanged(where, dialect, model, base);
                if (migrations.isPresent() && (ALL || i == chosen)) {
                    mutate(where, dialect, model, base, migrations.get());
                }
            }
        }

        int mutants = counts.values().stream().mapToInt(count -> count).sum();
        System.out.println(
                "unchanged: " + unchanged + ", mutants: " + mutants + ", not possible: " + impossible + " " + counts);
        assertThat(failures).as(failuresByKind.toString()).isEmpty();
        assertThat(EXPECTED.keySet()).containsAll(counts.keySet());
        assertThat(counts).hasSizeGreaterThanOrEqualTo(ALL ? EXPECTED.size() : 65);
        assertThat(mutants).isGreaterThanOrEqualTo(2000);
    }

    /** The migrations that equal the model, when there are any. */
    private Optional<Migrations> unchanged(String where, DatabaseDialect dialect, Model model, List<Operation> base) {
        Migrations migrations;
        try {
            migrations = Migrations.none().then(base);
        } catch (IllegalArgumentException refused) {
            fail("base", where + refused.getMessage());
            return Optional.empty();
        }
        unchanged++;
        List<Difference> none = differences(dialect, migrations, model);
        if (!none.isEmpty()) {
            fail("unchanged", where + summaries(none));
            return Optional.empty();
        }
        return Optional.of(migrations);
    }

    private void mutate(
            String where, DatabaseDialect dialect, Model model, List<Operation> base, Migrations migrations) {
        Schema head = migrations.history().head();
        Stream.concat(
                        MigrationMutants.of(dialect, head, model, FALLBACK).stream(),
                        ModelMutants.of(dialect, head, base, model, FALLBACK).stream())
                .forEach(mutant -> check(where, dialect, migrations, model, mutant));
    }

    private void check(String where, DatabaseDialect dialect, Migrations migrations, Model model, Mutant mutant) {
        Migrations changed;
        try {
            changed = migrations.then(mutant.change());
        } catch (IllegalArgumentException cannotBe) {
            // As a foreign key to a column of another type: no migrations have it.
            impossible++;
            return;
        }
        counts.merge(mutant.kind(), 1, Integer::sum);
        Model other = Corpus.with(model, mutant.model());
        List<Difference> found = differences(dialect, changed, other);
        String ids = found.stream()
                .map(difference -> difference.id() + " " + difference.grade())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!ids.equals(EXPECTED.get(mutant.kind()))) {
            fail(mutant.kind(), where + mutant + " finds " + summaries(found));
            return;
        }
        TreeSet<String> places = new TreeSet<>();
        found.forEach(difference -> places.add(difference.place().toString()));
        TreeSet<String> expected = new TreeSet<>();
        mutant.places().forEach(place -> expected.add(place.toString()));
        if (!places.equals(expected)) {
            fail(mutant.kind(), where + mutant + " points at " + places + " instead of " + expected);
            return;
        }
        if (found.stream().noneMatch(difference -> difference.cure().isEmpty())) {
            cure(where, dialect, changed, other, mutant, found);
        }
    }

    /** What was found is gone when its cure is applied. */
    private void cure(
            String where,
            DatabaseDialect dialect,
            Migrations changed,
            Model model,
            Mutant mutant,
            List<Difference> found) {
        try {
            List<Difference> left = differences(dialect, changed.then(cures(found)), model);
            if (!left.isEmpty()) {
                fail(mutant.kind(), where + mutant + " is cured by " + cures(found) + " but for " + summaries(left));
            }
        } catch (IllegalArgumentException refused) {
            fail(
                    mutant.kind(),
                    where + mutant + " has a cure that does not apply: " + refused.getMessage() + " " + cures(found));
        }
    }

    private static List<Difference> differences(DatabaseDialect dialect, Migrations migrations, Model model) {
        return Drift.differences(dialect, migrations.history(), model, new Unmapped(List.of()), FALLBACK);
    }

    private void fail(String kind, String failure) {
        failuresByKind.merge(kind, 1, Integer::sum);
        if (failures.size() < MOST_SHOWN && failuresByKind.getOrDefault(kind, 0) <= 2) {
            failures.add(failure);
        }
    }

    private static List<Operation> cures(List<Difference> differences) {
        return differences.stream()
                .flatMap(difference -> difference.cure().stream())
                .distinct()
                .toList();
    }

    private static List<String> summaries(List<Difference> differences) {
        return differences.stream()
                .map(difference -> "[" + difference.id() + "] " + difference.summary())
                .toList();
    }
}
