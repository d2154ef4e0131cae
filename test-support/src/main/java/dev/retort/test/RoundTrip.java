package dev.retort.test;

import dev.retort.runtime.IrreversibleRevisionException;
import dev.retort.runtime.MigrationException;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import dev.retort.runtime.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Takes a database up, down and up again, revision by revision, and holds what its catalogue says on the way down and on
 * the second way up against what it said on the first: a downgrade that leaves something behind, or brings something back
 * otherwise, fails the test. As one line of a test:
 *
 * <pre>{@code RoundTrip.check(dataSource, AppMigrations.registry());}</pre>
 *
 * <p>On the first way up, each revision is also compared with the schema that the compiler expects of it.
 *
 * <p>Compared is what {@link Verification} compares, with the text of views and triggers where the database tells it; not
 * the text of defaults and checks, nor rows, nor the order of columns. Where the registry has branches, the one order
 * taken is that of a full upgrade.
 */
public final class RoundTrip {
    private final MigrationRegistry registry;
    private final Migrator migrator;
    private final List<Revision> revisions;

    /** What the catalogue says at the base, and after each revision of the first way up. */
    private final List<Map<String, String>> catalogues = new ArrayList<>();

    private RoundTrip(DataSource dataSource, MigrationRegistry registry) {
        this.registry = registry;
        this.migrator = Migrator.of(dataSource, registry);
        this.revisions = registry.revisions();
    }

    /**
     * Goes up to the heads, down to the base, and up again. The database is left at the heads.
     *
     * <p>A revision that cannot be undone ends the way down; it is no failure, and is told in the result. A test that
     * wants every revision to be undoable asks for that: {@code assertTrue(result.irreversible().isEmpty())}.
     *
     * @param dataSource of a database for this test alone, in which no revision is applied: what its tables hold is lost
     * @return how far down it went
     * @throws AssertionError when the catalogue is not as it was, or a migration fails; the message names the revision
     *     and every difference
     * @throws IllegalArgumentException when revisions are applied already, or the registry has none
     */
    public static Result check(DataSource dataSource, MigrationRegistry registry) {
        Objects.requireNonNull(dataSource, "dataSource");
        return new RoundTrip(dataSource, registry).run();
    }

    /**
     * How far down a round trip went. Immutable.
     *
     * @param undone the revisions that were undone and applied again, the last one first; all of them when {@code
     *     irreversible} is empty
     * @param irreversible the revision that ended the way down, since it cannot be undone; empty when none did
     */
    public record Result(List<Revision> undone, Optional<Revision> irreversible) {

        public Result {
            undone = List.copyOf(undone);
        }
    }

    private Result run() {
        refuseWhatIsNotAtTheBase();
        catalogues.add(migrator.catalogue());
        for (int applied = 0; applied < revisions.size(); applied++) {
            upgrade(applied);
            compareWithTheCompiler(applied);
            catalogues.add(migrator.catalogue());
        }
        List<Revision> undone = new ArrayList<>();
        Optional<Revision> irreversible = Optional.empty();
        int applied = revisions.size();
        while (applied > 0 && irreversible.isEmpty()) {
            Revision revision = revisions.get(applied - 1);
            if (downgrade(revision)) {
                applied--;
                compare(applied, "after the downgrade of " + name(revision), revision);
                undone.add(revision);
            } else {
                irreversible = Optional.of(revision);
            }
        }
        for (; applied < revisions.size(); applied++) {
            upgrade(applied);
            compare(applied + 1, "after a second upgrade", revisions.get(applied));
        }
        return new Result(undone, irreversible);
    }

    private void refuseWhatIsNotAtTheBase() {
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException(
                    registry.name() + " has no revisions: a build that fails leaves an empty registry behind");
        }
        List<Revision> current = migrator.current();
        if (!current.isEmpty()) {
            throw new IllegalArgumentException("a round trip takes everything down: it starts in a database of its own,"
                    + " not in one that is at " + name(current.get(0)));
        }
    }

    private void upgrade(int index) {
        Revision revision = revisions.get(index);
        try {
            migrator.upgrade(revision.id());
        } catch (MigrationException failed) {
            throw new AssertionError(head(revision) + "cannot be applied: " + failed.getMessage(), failed);
        }
    }

    /** @return false when it cannot be undone */
    private boolean downgrade(Revision revision) {
        try {
            migrator.downgrade("-1");
            return true;
        } catch (IrreversibleRevisionException refused) {
            return false;
        } catch (MigrationException failed) {
            throw new AssertionError(head(revision) + "cannot be undone: " + failed.getMessage(), failed);
        }
    }

    private void compareWithTheCompiler(int index) {
        Revision revision = revisions.get(index);
        Verification verification = migrator.verify();
        List<String> lines = new ArrayList<>();
        verification.missing().forEach(item -> lines.add("missing: " + item));
        verification.different().forEach(item -> lines.add("different: " + item));
        if (!lines.isEmpty()) {
            throw failure(
                    revision,
                    "does not make the schema that the compiler expects of it",
                    lines,
                    "what execute and run change has to be told to the compiler: op.sqlOnly(…).effects(…)");
        }
    }

    /** @param applied how many revisions are, in the order of a full upgrade */
    private void compare(int applied, String moment, Revision culprit) {
        List<String> lines = CatalogueDifference.between(catalogues.get(applied), migrator.catalogue());
        if (!lines.isEmpty()) {
            String place = applied == 0 ? "the base" : "revision " + name(revisions.get(applied - 1));
            throw failure(
                    culprit,
                    "does not come back: " + moment + ", " + place + " is not as the first upgrade left it",
                    lines,
                    "the downgrade of " + culprit.id() + " must undo what its upgrade does, and nothing else");
        }
    }

    private AssertionError failure(Revision revision, String summary, List<String> lines, String help) {
        return new AssertionError(head(revision) + summary + "\n  " + String.join("\n  ", lines) + "\n  help: " + help);
    }

    private String head(Revision revision) {
        return "revision " + name(revision) + " of " + registry.name() + " ";
    }

    private static String name(Revision revision) {
        return revision.message().isEmpty() ? revision.id() : revision.id() + " (" + revision.message() + ")";
    }
}
