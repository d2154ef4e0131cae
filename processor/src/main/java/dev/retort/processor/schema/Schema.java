package dev.retort.processor.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables, sequences and other objects of a database. Names that differ in case only are one name. */
public final class Schema {
    private static final Schema EMPTY = new Schema(Map.of(), Map.of(), Map.of(), Extras.NONE);

    private final Map<String, Table> tables;
    private final Map<String, Sequence> sequences;
    private final Map<String, DatabaseObject> objects;
    private final Extras extras;

    private Schema(
            Map<String, Table> tables,
            Map<String, Sequence> sequences,
            Map<String, DatabaseObject> objects,
            Extras extras) {
        this.tables = tables;
        this.sequences = sequences;
        this.objects = objects;
        this.extras = extras;
    }

    public static Schema empty() {
        return EMPTY;
    }

    public static Schema of(Collection<Table> tables, Collection<Sequence> sequences) {
        return of(tables, sequences, List.of());
    }

    public static Schema of(
            Collection<Table> tables, Collection<Sequence> sequences, Collection<DatabaseObject> objects) {
        Map<String, Table> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name().key(), table));
        Map<String, Sequence> sequencesByName = new LinkedHashMap<>();
        sequences.forEach(sequence -> sequencesByName.put(sequence.name().key(), sequence));
        Map<String, DatabaseObject> objectsByName = new LinkedHashMap<>();
        objects.forEach(object -> objectsByName.put(object.name().key(), object));
        return new Schema(byName, sequencesByName, objectsByName, Extras.NONE);
    }

    /** In the order of creation. */
    public Collection<Table> tables() {
        return Collections.unmodifiableCollection(tables.values());
    }

    public Collection<Sequence> sequences() {
        return Collections.unmodifiableCollection(sequences.values());
    }

    public Collection<DatabaseObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** Views, triggers, schemas and named enumeration types. */
    public Extras extras() {
        return extras;
    }

    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name.key()));
    }

    public Optional<Sequence> sequence(QualifiedName name) {
        return Optional.ofNullable(sequences.get(name.key()));
    }

    public Optional<DatabaseObject> object(QualifiedName name) {
        return Optional.ofNullable(objects.get(name.key()));
    }

    /** With this table, new or in the place of the one of its name. */
    public Schema with(Table table) {
        Map<String, Table> copy = new LinkedHashMap<>(tables);
        copy.put(table.name().key(), table);
        return new Schema(copy, sequences, objects, extras);
    }

    public Schema without(Table table) {
        Map<String, Table> copy = new LinkedHashMap<>(tables);
        copy.remove(table.name().key());
        return new Schema(copy, sequences, objects, extras);
    }

    public Schema with(Sequence sequence) {
        Map<String, Sequence> copy = new LinkedHashMap<>(sequences);
        copy.put(sequence.name().key(), sequence);
        return new Schema(tables, copy, objects, extras);
    }

    public Schema without(Sequence sequence) {
        Map<String, Sequence> copy = new LinkedHashMap<>(sequences);
        copy.remove(sequence.name().key());
        return new Schema(tables, copy, objects, extras);
    }

    public Schema with(DatabaseObject object) {
        Map<String, DatabaseObject> copy = new LinkedHashMap<>(objects);
        copy.put(object.name().key(), object);
        return new Schema(tables, sequences, copy, extras);
    }

    public Schema without(DatabaseObject object) {
        Map<String, DatabaseObject> copy = new LinkedHashMap<>(objects);
        copy.remove(object.name().key());
        return new Schema(tables, sequences, copy, extras);
    }

    public Schema with(Extras other) {
        return new Schema(tables, sequences, objects, other);
    }

    /** Equal to the letter; the order of tables does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema
                && schema.tables.equals(tables)
                && schema.sequences.equals(sequences)
                && schema.objects.equals(objects)
                && schema.extras.equals(extras);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * tables.hashCode() + sequences.hashCode()) + objects.hashCode()) + extras.hashCode();
    }

    @Override
    public String toString() {
        return "Schema" + tables.values() + sequences.values() + objects.values() + extras;
    }
}
