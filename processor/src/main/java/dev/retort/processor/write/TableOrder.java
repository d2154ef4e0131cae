package dev.retort.processor.write;

import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables after those they refer to, in all dialects alike; where they refer to each other, in the order given. */
final class TableOrder {
    private final List<String> keys;

    private TableOrder(List<String> keys) {
        this.keys = keys;
    }

    static TableOrder of(Collection<Table> tables) {
        Map<String, Set<String>> waitingFor = new LinkedHashMap<>();
        for (Table table : tables) {
            Set<String> referred = waitingFor.computeIfAbsent(table.name().key(), key -> new LinkedHashSet<>());
            table.foreignKeys().stream()
                    .map(ForeignKey::table)
                    .map(QualifiedName::key)
                    .filter(key -> !key.equals(table.name().key()))
                    .forEach(referred::add);
        }
        waitingFor.values().forEach(referred -> referred.retainAll(Set.copyOf(waitingFor.keySet())));
        List<String> keys = new ArrayList<>();
        while (!waitingFor.isEmpty()) {
            String next = waitingFor.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> waitingFor.keySet().iterator().next());
            keys.add(next);
            waitingFor.remove(next);
            waitingFor.values().forEach(referred -> referred.remove(next));
        }
        return new TableOrder(keys);
    }

    boolean contains(QualifiedName table) {
        return keys.contains(table.key());
    }

    int rank(QualifiedName table) {
        return keys.indexOf(table.key());
    }

    /** The place when tables go: those that refer before those referred to. */
    int reverseRank(QualifiedName table) {
        return keys.size() - rank(table);
    }
}
