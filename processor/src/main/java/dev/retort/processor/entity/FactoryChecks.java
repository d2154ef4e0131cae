package dev.retort.processor.entity;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.MappingException;
import org.hibernate.PropertyNotFoundException;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.OptimisticLockStyle;
import org.hibernate.internal.util.ReflectHelper;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.type.BasicType;
import org.hibernate.type.descriptor.java.VersionJavaType;

/**
 * Mappings that metadata lets pass, and that no session factory can be built from: the checks of Hibernate's persisters
 * which need no code of the model. Those of queries, entity graphs and listeners say nothing of a schema.
 */
final class FactoryChecks {

    private FactoryChecks() {}

    /** @throws MappingException for the first that is found */
    static void check(MetadataImplementor metadata) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            accessors(entity);
            optimisticLock(entity);
            if (entity instanceof RootClass root) {
                discriminators(root);
                version(root);
                softDelete(root);
            }
        }
    }

    /** PropertyAccessBasicImpl: what is read through a getter needs a setter too. */
    private static void accessors(PersistentClass entity) {
        if (!entity.hasPojoRepresentation()) {
            return;
        }
        Stream.concat(Stream.ofNullable(entity.getIdentifierProperty()), entity.getProperties().stream())
                .filter(property -> !property.isSynthetic() && "property".equals(property.getPropertyAccessorName()))
                .forEach(property -> accessors(entity, property));
    }

    private static void accessors(PersistentClass entity, Property property) {
        try {
            Method getter = ReflectHelper.findGetterMethod(entity.getMappedClass(), property.getName());
            ReflectHelper.findSetterMethod(entity.getMappedClass(), property.getName(), getter.getReturnType());
        } catch (PropertyNotFoundException missing) {
            // Hibernate's words do not name the property as its others do, by which its place is found.
            throw new MappingException("Property '" + entity.getEntityName() + "." + property.getName()
                    + "' is accessed through methods, but one is missing: " + missing.getMessage());
        }
    }

    /** EntityMetamodel. */
    private static void optimisticLock(PersistentClass entity) {
        OptimisticLockStyle style = entity.getOptimisticLockStyle();
        if ((style == OptimisticLockStyle.ALL || style == OptimisticLockStyle.DIRTY) && !entity.useDynamicUpdate()) {
            throw new MappingException("Entity '" + entity.getEntityName() + "' has 'OptimisticLockType." + style
                    + "' but is not annotated '@DynamicUpdate'");
        }
    }

    /** SingleTableEntityPersister. */
    private static void discriminators(RootClass root) {
        if (root.getSubclasses().stream().noneMatch(SingleTableSubclass.class::isInstance)) {
            return;
        }
        Map<String, String> entities = new HashMap<>();
        for (PersistentClass entity :
                Stream.concat(Stream.of(root), root.getSubclasses().stream()).toList()) {
            String value = entity.getDiscriminatorValue();
            String other = value == null ? null : entities.putIfAbsent(value, entity.getEntityName());
            if (other != null) {
                throw new MappingException("Entities '" + entity.getEntityName() + "' and '" + other
                        + "' have the same discriminator value '" + value + "'");
            }
        }
    }

    /** Versioning. */
    private static void version(RootClass root) {
        Property version = root.getVersion();
        if (version != null
                && version.getValue() instanceof BasicValue value
                && value.resolve().getValueConverter() == null
                && version.getType() instanceof BasicType<?> type
                && !(type.getJavaTypeDescriptor() instanceof VersionJavaType)) {
            throw new MappingException("Property '" + root.getEntityName() + "." + version.getName()
                    + "' is annotated '@Version' but its type '"
                    + type.getJavaType().getName()
                    + "' cannot count versions");
        }
    }

    /** AbstractEntityPersister. */
    private static void softDelete(RootClass root) {
        if (root.getSoftDeleteColumn() != null && root.getCustomSQLDelete() != null) {
            throw new MappingException(
                    "Entity '" + root.getEntityName() + "' may not have both '@SoftDelete' and '@SQLDelete'");
        }
    }
}
