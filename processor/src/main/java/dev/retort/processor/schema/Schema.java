package dev.retort.processor.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tables and sequences of a database. Names that differ in case only are one name. */
public final class Schema {
    private static final Schema EMPTY = new Schema(Map.of(), Map.of());

    private final Map<String, Table> tables;
    private final Map<String, Sequence> sequences;

    private Schema(Map<String, Table> tables, Map<String, Sequence> sequences) {
        this.tables = tables;
        this.sequences = sequences;
    }

    public static Schema empty() {
        return EMPTY;
    }

    public static Schema of(Collection<Table> tables, Collection<Sequence> sequences) {
        Map<String, Table> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name().key(), table));
        Map<String, Sequence> sequencesByName = new LinkedHashMap<>();
        sequences.forEach(sequence -> sequencesByName.put(sequence.name().key(), sequence));
        return new Schema(byName, sequencesByName);
    }

    /** In the order of creation. */
    public Collection<Table> tables() {
        return Collections.unmodifiableCollection(tables.values());
    }

    public Collection<Sequence> sequences() {
        return Collections.unmodifiableCollection(sequences.values());
    }

    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name.key()));
    }

    public Optional<Sequence> sequence(QualifiedName name) {
        return Optional.ofNullable(sequences.get(name.key()));
    }

    /** With this table, new or in the place of the one of its name. */
    public Schema with(Table table) {
        Map<String, Table> copy = new LinkedHashMap<>(tables);
        copy.put(table.name().key(), table);
        return new Schema(copy, sequences);
    }

    public Schema without(Table table) {
        Map<String, Table> copy = new LinkedHashMap<>(tables);
        copy.remove(table.name().key());
        return new Schema(copy, sequences);
    }

    public Schema with(Sequence sequence) {
        Map<String, Sequence> copy = new LinkedHashMap<>(sequences);
        copy.put(sequence.name().key(), sequence);
        return new Schema(tables, copy);
    }

    public Schema without(Sequence sequence) {
        Map<String, Sequence> copy = new LinkedHashMap<>(sequences);
        copy.remove(sequence.name().key());
        return new Schema(tables, copy);
    }

    /** Equal to the letter; the order of tables does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema && schema.tables.equals(tables) && schema.sequences.equals(sequences);
    }

    @Override
    public int hashCode() {
        return 31 * tables.hashCode() + sequences.hashCode();
    }

    @Override
    public String toString() {
        return "Schema" + tables.values() + sequences.values();
    }
}
