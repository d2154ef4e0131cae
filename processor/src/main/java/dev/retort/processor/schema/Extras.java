package dev.retort.processor.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a schema holds beside tables, sequences and objects that are known by their SQL only: views, triggers, schemas
 * and named enumeration types that a revision created. Each in the order of creation.
 */
public record Extras(
        Map<String, View> views,
        Map<String, Trigger> triggers,
        Map<String, Name> schemas,
        Map<String, EnumType> enumTypes) {

    static final Extras NONE = new Extras(Map.of(), Map.of(), Map.of(), Map.of());

    public Extras {
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
        triggers = Collections.unmodifiableMap(new LinkedHashMap<>(triggers));
        schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
        enumTypes = Collections.unmodifiableMap(new LinkedHashMap<>(enumTypes));
    }

    public Optional<View> view(QualifiedName name) {
        return Optional.ofNullable(views.get(name.key()));
    }

    public Optional<Trigger> trigger(QualifiedName table, Name name) {
        return Optional.ofNullable(triggers.get(table.renamed(name).key())).filter(trigger -> trigger.isOn(table));
    }

    public List<Trigger> triggersOn(QualifiedName table) {
        return triggers.values().stream().filter(trigger -> trigger.isOn(table)).toList();
    }

    public Optional<Name> schema(Name name) {
        return Optional.ofNullable(schemas.get(name.key()));
    }

    public Optional<EnumType> enumType(QualifiedName name) {
        return Optional.ofNullable(enumTypes.get(name.key()));
    }

    /** The views that take rows from a table or view, and those that take rows from these. */
    public List<View> readersOf(QualifiedName table) {
        Map<String, View> readers = new LinkedHashMap<>();
        int before;
        do {
            before = readers.size();
            for (View view : views.values()) {
                if (view.reads(table) || readers.values().stream().anyMatch(reader -> view.reads(reader.name()))) {
                    readers.put(view.name().key(), view);
                }
            }
        } while (readers.size() > before);
        return views.values().stream()
                .filter(view -> readers.containsKey(view.name().key()))
                .toList();
    }

    /** With this view, new or in the place of the one of its name. */
    public Extras with(View view) {
        return new Extras(plus(views, view.name().key(), view), triggers, schemas, enumTypes);
    }

    /** Its triggers go with it. */
    public Extras without(View view) {
        return new Extras(minus(views, view.name().key()), triggers, schemas, enumTypes).withoutTriggersOn(view.name());
    }

    public Extras with(Trigger trigger) {
        return new Extras(views, plus(triggers, trigger.qualifiedName().key(), trigger), schemas, enumTypes);
    }

    public Extras without(Trigger trigger) {
        return new Extras(views, minus(triggers, trigger.qualifiedName().key()), schemas, enumTypes);
    }

    public Extras withoutTriggersOn(QualifiedName table) {
        Extras rest = this;
        for (Trigger trigger : triggersOn(table)) {
            rest = rest.without(trigger);
        }
        return rest;
    }

    /** Triggers follow their table, and so do those that use it. */
    public Extras renamed(QualifiedName from, QualifiedName to) {
        Map<String, Trigger> renamed = new LinkedHashMap<>();
        triggers.values().forEach(trigger -> renamed.put(trigger.qualifiedName().key(), trigger.renamed(from, to)));
        return new Extras(views, renamed, schemas, enumTypes);
    }

    public Extras with(Name schema) {
        return new Extras(views, triggers, plus(schemas, schema.key(), schema), enumTypes);
    }

    public Extras without(Name schema) {
        return new Extras(views, triggers, minus(schemas, schema.key()), enumTypes);
    }

    /** With this type, new or in the place of the one of its name. */
    public Extras with(EnumType type) {
        return new Extras(views, triggers, schemas, plus(enumTypes, type.name().key(), type));
    }

    public Extras without(EnumType type) {
        return new Extras(views, triggers, schemas, minus(enumTypes, type.name().key()));
    }

    /** The names of what lies in a schema. */
    public Stream<QualifiedName> names() {
        return Stream.<Collection<QualifiedName>>of(
                        views.values().stream().map(View::name).toList(),
                        enumTypes.values().stream().map(EnumType::name).toList())
                .flatMap(Collection::stream);
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        Map<String, T> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static <T> Map<String, T> minus(Map<String, T> map, String key) {
        Map<String, T> less = new LinkedHashMap<>(map);
        less.remove(key);
        return less;
    }
}
