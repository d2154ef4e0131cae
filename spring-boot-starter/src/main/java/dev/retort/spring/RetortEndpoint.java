package dev.retort.spring;

import dev.retort.runtime.HistoryEntry;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.UnknownRevisionException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator's endpoint {@code retort}: where every database stands. Reads the history each time, with one SELECT. */
@Endpoint(id = "retort")
public final class RetortEndpoint {
    private final RetortMigrations migrations;

    public RetortEndpoint(RetortMigrations migrations) {
        this.migrations = migrations;
    }

    /** @param registries by qualified name */
    public record Databases(Map<String, Database> registries) implements OperationResponseBody {}

    /**
     * One database.
     *
     * @param dataSource which one it is, in words
     * @param target where the application upgrades to when it starts
     * @param unknown revisions that it holds and this version of the application does not know
     * @param revisions all of the registry, in the order of a full upgrade
     */
    public record Database(String dataSource, String target, List<String> unknown, List<RevisionState> revisions) {}

    /**
     * One revision.
     *
     * @param state as in {@link HistoryEntry.Status}
     * @param stepsDone how many steps are done, while it is unfinished; else zero
     * @param appliedAt null when it is pending
     * @param appliedBy the database user; null when it is pending or not recorded
     * @param durationMillis null when it is pending or not recorded
     */
    public record RevisionState(
            String revision,
            List<String> revises,
            String message,
            String checksum,
            HistoryEntry.Status state,
            int stepsDone,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy,
            @Nullable Long durationMillis) {

        static RevisionState of(HistoryEntry entry) {
            return new RevisionState(
                    entry.revision().id(),
                    entry.revision().revises(),
                    entry.revision().message(),
                    entry.revision().checksum(),
                    entry.status(),
                    entry.stepsDone(),
                    entry.appliedAt().orElse(null),
                    entry.appliedBy().orElse(null),
                    entry.duration().map(Duration::toMillis).orElse(null));
        }
    }

    /** @throws dev.retort.runtime.MigrationException when a history cannot be read */
    @ReadOperation
    public Databases databases() {
        Map<String, Database> databases = new LinkedHashMap<>();
        for (RegistryMigration migration : migrations.migrations()) {
            databases.put(migration.registry().name(), database(migration));
        }
        return new Databases(databases);
    }

    private static Database database(RegistryMigration migration) {
        List<String> unknown = List.of();
        List<HistoryEntry> history = List.of();
        try {
            history = migration.migrator().history();
        } catch (UnknownRevisionException ahead) {
            unknown = ahead.revisions();
            history = knownHistory(migration.migrator());
        }
        return new Database(
                migration.dataSource(),
                migration.target(),
                unknown,
                history.stream().map(RevisionState::of).toList());
    }

    /** Of a database that is ahead; empty where what is unknown does not descend from what is known. */
    private static List<HistoryEntry> knownHistory(Migrator migrator) {
        try {
            return migrator.allowingNewerRevisions().history();
        } catch (UnknownRevisionException unrelated) {
            return List.of();
        }
    }
}
