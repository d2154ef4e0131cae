package dev.retort.processor.entity;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.lang.model.element.Element;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.GeneratorCreator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/**
 * A column that Hibernate fills with the time of the insert is NOT NULL since 7.4. Hibernate settles that only while a
 * {@code SessionFactory} is built: EntityMetamodel.buildGenerator makes a generator for each property of an entity and of
 * the embeddables in it, and the generator changes the mapping. Embeddables in collections have none.
 */
final class TimestampColumns {
    private static final Set<String> ANNOTATIONS = Set.of(
            "org.hibernate.annotations.CreationTimestamp",
            "org.hibernate.annotations.UpdateTimestamp",
            "org.hibernate.annotations.CurrentTimestamp");

    private final MetadataImplementor metadata;
    private final PropertyOrigins properties;

    private TimestampColumns(MetadataImplementor metadata, PropertyOrigins properties) {
        this.metadata = metadata;
        this.properties = properties;
    }

    static void settle(MetadataImplementor metadata, PropertyOrigins properties) {
        TimestampColumns columns = new TimestampColumns(metadata, properties);
        metadata.getEntityBindings().forEach(columns::entity);
    }

    private void entity(PersistentClass entity) {
        for (Property property : entity.getPropertyClosure()) {
            properties.property(entity, property).ifPresent(origin -> property(entity, property, origin));
        }
    }

    private void property(PersistentClass entity, Property property, Origin origin) {
        GeneratorCreator creator = property.getValueGeneratorCreator();
        if (creator != null && isTimestamp(origin.element())) {
            creator.createGenerator(context(entity, property));
        }
        if (property.getValue() instanceof Component component) {
            for (Property part : component.getProperties()) {
                property(entity, part, properties.nested(origin, component, part));
            }
        }
    }

    private static boolean isTimestamp(Element member) {
        return member.getAnnotationMirrors().stream()
                .anyMatch(annotation -> ANNOTATIONS.contains(
                        annotation.getAnnotationType().asElement().toString()));
    }

    /** A proxy, for the interface has other methods in each minor version of Hibernate. */
    private GeneratorCreationContext context(PersistentClass entity, Property property) {
        InvocationHandler answers = (proxy, method, arguments) -> switch (method.getName()) {
            case "getDatabase" -> metadata.getDatabase();
            case "getServiceRegistry" -> metadata.getDatabase().getServiceRegistry();
            case "getPersistentClass" -> entity;
            case "getRootClass" -> entity.getRootClass();
            case "getProperty" -> property;
            case "getValue" -> property.getValue();
            case "getType" -> property.getType();
            case "getDefaultCatalog", "getDefaultSchema" -> null;
            default -> throw new UnsupportedOperationException(method.toString());
        };
        return (GeneratorCreationContext) Proxy.newProxyInstance(
                TimestampColumns.class.getClassLoader(), new Class<?>[] {GeneratorCreationContext.class}, answers);
    }
}
