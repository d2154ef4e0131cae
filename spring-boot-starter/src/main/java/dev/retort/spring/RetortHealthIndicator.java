package dev.retort.spring;

import dev.retort.runtime.HistoryEntry;
import dev.retort.runtime.HistoryEntry.Status;
import dev.retort.runtime.UnknownRevisionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the databases are where this version of the application needs them. One SELECT for each database.
 *
 * <p>Out of service, with the revisions, when one is pending although the application upgrades to the heads: somebody took
 * it back, and this application may not be able to work. Up when the database is ahead: so it is for every replica that is still to be
 * replaced, and taking those out of service would be an outage. Down when the history cannot be read.
 */
final class RetortHealthIndicator extends AbstractHealthIndicator {
    private final RetortMigrations migrations;

    RetortHealthIndicator(RetortMigrations migrations) {
        super("the history of the migrations cannot be read");
        this.migrations = migrations;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        for (RegistryMigration migration : migrations.migrations()) {
            check(migration, builder);
        }
    }

    private static void check(RegistryMigration migration, Health.Builder builder) {
        Map<String, Object> details = new LinkedHashMap<>();
        try {
            List<HistoryEntry> history = migration.migrator().history();
            List<String> pending = new ArrayList<>();
            for (HistoryEntry entry : history) {
                if (entry.status() != Status.APPLIED) {
                    pending.add(entry.revision().id());
                }
            }
            details.put("applied", history.size() - pending.size());
            details.put("pending", pending);
            if (!pending.isEmpty() && migration.goesToTheHeads()) {
                builder.outOfService();
            }
        } catch (UnknownRevisionException ahead) {
            details.put("ahead", ahead.revisions());
        }
        builder.withDetail(migration.registry().name(), details);
    }
}
