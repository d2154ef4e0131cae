package dev.retort.processor.entity;

import dev.retort.processor.schema.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Walks Hibernate's model from entities to columns and notes who brought each. */
final class OriginReader {
    private final MetadataImplementor metadata;
    private final HibernateNames names;
    private final PropertyOrigins properties;
    private final Origins.Builder origins;

    OriginReader(HibernateBoot.Bound bound, HibernateNames names, PropertyOrigins properties, Origins.Builder origins) {
        this.metadata = bound.metadata();
        this.names = names;
        this.properties = properties;
        this.origins = origins;
    }

    void read() {
        List<PersistentClass> entities = metadata.getEntityBindings().stream()
                // Superclasses first: a table that several classes share belongs to the uppermost.
                .sorted(Comparator.comparingInt(OriginReader::depth).thenComparing(PersistentClass::getEntityName))
                .toList();
        entities.forEach(this::entity);
        metadata.getCollectionBindings().stream()
                .sorted(Comparator.comparing(Collection::getRole))
                .forEach(this::collection);
        entities.forEach(this::leftovers);
    }

    private static int depth(PersistentClass entity) {
        PersistentClass above = entity.getSuperclass();
        return above == null ? 0 : depth(above) + 1;
    }

    private void entity(PersistentClass entity) {
        Optional<Origin> origin = properties.entity(entity);
        if (origin.isEmpty()) {
            return;
        }
        origins.table(names.of(entity.getTable()), origin.get());
        entity.getJoins().forEach(join -> origins.table(names.of(join.getTable()), origin.get()));
        Property identifier = entity.getIdentifierProperty();
        boolean ownTable = entity instanceof RootClass || entity instanceof UnionSubclass;
        if (identifier != null && ownTable) {
            property(entity, identifier, entity.getTable());
        } else if (entity.getIdentifier() instanceof Component component && ownTable) {
            component.getProperties().forEach(part -> property(entity, part, entity.getTable()));
        }
        // Those that are written first: a column may be mapped a second time for reading only.
        inOrder(entity.getPropertyClosure()).forEach(property -> property(entity, property, entity.getTable()));
        for (Join join : entity.getJoins()) {
            inOrder(join.getProperties()).forEach(property -> property(entity, property, join.getTable()));
        }
    }

    private static List<Property> inOrder(List<Property> properties) {
        return properties.stream()
                .sorted(Comparator.comparing(property -> !property.isInsertable()))
                .toList();
    }

    private void property(PersistentClass entity, Property property, Table table) {
        properties.property(entity, property).ifPresent(origin -> value(property.getValue(), table, origin));
    }

    private void value(Value value, Table table, Origin origin) {
        if (value instanceof Collection) {
            return;
        }
        if (value instanceof Component component) {
            inOrder(component.getProperties())
                    .forEach(part -> value(part.getValue(), table, properties.nested(origin, component, part)));
            if (component.getAggregateColumn() != null) {
                column(table, component.getAggregateColumn(), origin);
            }
            return;
        }
        columns(value, table, origin);
    }

    /** Only what the table has: a class whose superclass has a table of its own knows that one's properties too. */
    private void columns(@Nullable Value value, Table table, Origin origin) {
        if (value != null) {
            for (Selectable selectable : value.getSelectables()) {
                if (selectable instanceof Column column) {
                    column(table, column, origin);
                }
            }
        }
    }

    private void column(Table table, Column column, Origin origin) {
        if (table.getColumn(column) != null) {
            origins.column(names.of(table), HibernateNames.of(column), origin);
        }
    }

    private void collection(Collection collection) {
        Optional<Origin> found = properties.collection(collection);
        if (found.isEmpty() || collection.isInverse()) {
            return;
        }
        Origin origin = found.get();
        Table table = collection.getCollectionTable();
        if (table == null) {
            return;
        }
        QualifiedName name = names.of(table);
        // An association without a table of its own lies in the other entity's.
        if (!collection.isOneToMany()) {
            origins.table(name, origin);
        }
        columns(collection.getKey(), table, origin);
        if (collection instanceof IndexedCollection indexed) {
            value(indexed.getIndex(), table, origin);
        }
        if (collection instanceof IdentifierCollection identified) {
            columns(identified.getIdentifier(), table, origin);
        }
        if (!collection.isOneToMany()) {
            value(collection.getElement(), table, origin);
        }
    }

    /** Discriminators, keys to a superclass' table, columns of soft deletion: the class is all there is. */
    private void leftovers(PersistentClass entity) {
        properties.entity(entity).ifPresent(origin -> {
            leftovers(entity.getTable(), origin);
            entity.getJoins().forEach(join -> leftovers(join.getTable(), origin));
        });
    }

    private void leftovers(Table table, Origin origin) {
        table.getColumns().forEach(column -> column(table, column, origin));
    }
}
