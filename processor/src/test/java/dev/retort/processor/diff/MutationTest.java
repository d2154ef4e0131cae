package dev.retort.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.diff.mutants.Migrations;
import dev.retort.processor.diff.mutants.Mutant;
import dev.retort.processor.diff.mutants.Mutants;
import dev.retort.processor.diff.mutants.UniqueIndexes;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every model of the corpus with migrations that equal it, and each single fact of either side changed: nothing is
 * missed, nothing is invented, and what is found is cured by what is said.
 */
class MutationTest {
    /** Every model is mutated in the next of its dialects; with this in all of them, which takes many minutes. */
    private static final boolean ALL = Boolean.getBoolean("retort.mutation.all");

    /** Only models whose names it finds; nothing is said of how often a kind is made then. */
    private static final Optional<Pattern> MODELS =
            Optional.ofNullable(System.getProperty("retort.mutation.models")).map(Pattern::compile);

    /** Of what few databases have. */
    private static final Map<String, String> HAS_ALL_OF = Map.of(
            "views.txt", "mariadb",
            "views_and_subselects.txt", "h2",
            "named_enum.txt", "postgresql",
            "named_enums.txt", "postgresql",
            "structs.txt", "postgresql",
            "generated.txt", "postgresql",
            "comments_everywhere.txt", "postgresql",
            "collations.txt", "postgresql");

    /** The model whose indexes are made unique ones too. */
    private static final String OF_INDEXES = "index_order.txt";

    private static final int MOST_SHOWN = 25;
    private static final Location FALLBACK = new Migrations.Place("environment");

    private final Map<String, Integer> counts = new TreeMap<>();
    private int unchanged;
    private long nanos;
    private final Refused refused = new Refused();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> failuresByKind = new TreeMap<>();

    @Test
    void everyChangeIsFoundAndNothingElse() throws IOException {
        List<Path> files = files();
        for (int turn = 0; turn < files.size(); turn++) {
            mutate(files.get(turn), turn);
        }
        int mutants = counts.values().stream().mapToInt(count -> count).sum();
        System.out.println("unchanged: " + unchanged + ", mutants: " + mutants + ", " + counts + ", refused: " + refused
                + ", seconds of mutating: " + nanos / 1_000_000_000);
        assertThat(failures).as(failuresByKind.toString()).isEmpty();
        assertThat(ExpectedDrift.BY_KIND.keySet()).containsAll(counts.keySet());
        if (MODELS.isEmpty()) {
            assertThat(counts.keySet()).isEqualTo(ExpectedDrift.BY_KIND.keySet());
            assertThat(mutants).isGreaterThanOrEqualTo(50_000);
            assertThat(refused.beyondBounds(counts)).isEmpty();
        }
    }

    private void mutate(Path file, int turn) {
        String name = file.getFileName().toString();
        List<Map.Entry<DatabaseDialect, Model>> models = List.copyOf(
                Corpus.read(file, Corpus.DIALECTS.toArray(String[]::new)).entrySet());
        int chosen = chosen(name, models, turn);
        for (int i = 0; i < models.size(); i++) {
            DatabaseDialect dialect = models.get(i).getKey();
            Model model = models.get(i).getValue();
            check(name + " " + dialect + " ", dialect, model, ALL || i == chosen);
            if (name.equals(OF_INDEXES)) {
                check(name + " with unique indexes " + dialect + " ", dialect, UniqueIndexes.in(model), true);
            }
        }
    }

    /** The next of a model's dialects; of what few of them have, one that has it. */
    private static int chosen(String file, List<Map.Entry<DatabaseDialect, Model>> models, int turn) {
        String dialect = HAS_ALL_OF.getOrDefault(file, "");
        for (int i = 0; i < models.size(); i++) {
            if (models.get(i).getKey().family().word().equals(dialect)) {
                return i;
            }
        }
        return turn % models.size();
    }

    private static List<Path> files() throws IOException {
        return Corpus.files().stream()
                .filter(file -> MODELS.map(models ->
                                models.matcher(file.getFileName().toString()).find())
                        .orElse(true))
                .toList();
    }

    private void check(String where, DatabaseDialect dialect, Model model, boolean mutate) {
        List<Operation> base = cures(differences(dialect, Migrations.none(), model));
        Optional<Migrations> migrations = unchanged(where, dialect, model, base);
        if (migrations.isPresent() && mutate) {
            mutate(where, dialect, model, base, migrations.get());
        }
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
        long start = System.nanoTime();
        Schema head = migrations.history().head();
        Mutants.of(dialect, head, base, model, FALLBACK)
                .forEach(mutant -> check(where, dialect, migrations, model, mutant));
        nanos += System.nanoTime() - start;
    }

    private void check(String where, DatabaseDialect dialect, Migrations migrations, Model model, Mutant mutant) {
        Migrations changed;
        try {
            changed = migrations.then(mutant.change());
        } catch (IllegalArgumentException cannotBe) {
            refused.add(mutant.kind(), where + mutant, cannotBe.getMessage());
            return;
        }
        counts.merge(mutant.kind(), 1, Integer::sum);
        Model other = Corpus.with(model, mutant.model());
        List<Difference> found = differences(dialect, changed, other);
        List<String> findings = found.stream()
                .map(difference -> difference.id() + " " + difference.grade() + " at " + difference.place())
                .sorted()
                .toList();
        List<String> expected = ExpectedDrift.of(mutant);
        if (!findings.equals(expected)) {
            fail(mutant.kind(), where + mutant + " finds " + findings + " instead of " + expected + summaries(found));
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
