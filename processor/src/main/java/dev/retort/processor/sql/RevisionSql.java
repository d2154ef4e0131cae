package dev.retort.processor.sql;

import dev.retort.processor.read.DeclaredRevision;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A revision with its finished SQL.
 *
 * @param upgrade by dialect family
 * @param downgrade by dialect family; empty when the revision is irreversible
 * @param catalogue by dialect family, what it changes in the catalogue, see {@code RevisionPlan.catalogue}
 */
public record RevisionSql(
        DeclaredRevision revision,
        String checksum,
        Map<String, List<SqlStep>> upgrade,
        Optional<Map<String, List<SqlStep>>> downgrade,
        Map<String, String> catalogue) {}
