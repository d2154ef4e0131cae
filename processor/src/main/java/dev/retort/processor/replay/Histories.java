package dev.retort.processor.replay;

import dev.retort.processor.read.DeclaredRevision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history for each dialect: one and the same for all, unless some operations are for some dialects only.
 *
 * @param byDialect by family
 */
public record Histories(Map<String, History> byDialect) {

    public Histories {
        byDialect = new LinkedHashMap<>(byDialect);
    }

    /** @throws IllegalArgumentException for a family that was not replayed */
    public History of(String family) {
        History history = byDialect.get(family);
        if (history == null) {
            throw new IllegalArgumentException("no history in dialect " + family);
        }
        return history;
    }

    /** In the order of a full upgrade. */
    public List<DeclaredRevision> revisions() {
        return byDialect.values().iterator().next().revisions().stream()
                .map(History.Replayed::revision)
                .toList();
    }

    /** Empty for an empty chain. */
    public Optional<DeclaredRevision> head() {
        List<DeclaredRevision> revisions = revisions();
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }
}
