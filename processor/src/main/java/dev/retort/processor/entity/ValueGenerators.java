package dev.retort.processor.entity;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.GeneratorCreator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate makes the generators of values only while a {@code SessionFactory} is built: EntityMetamodel.buildGenerator
 * does so for each property of an entity and of the embeddables in it; embeddables in collections have none. A generator
 * may change the mapping then: since 7.4 a column that is filled with the time of the insert is NOT NULL, and those of
 * users may register sequences and tables.
 */
final class ValueGenerators {
    private static final Set<String> TIMESTAMPS = Set.of(
            "org.hibernate.annotations.CreationTimestamp",
            "org.hibernate.annotations.UpdateTimestamp",
            "org.hibernate.annotations.CurrentTimestamp");

    private final MetadataImplementor metadata;
    private final SqlStringGenerationContext names;
    private final PropertyOrigins properties;
    private final ModelTypes types;
    private final List<Made> made = new ArrayList<>();

    private ValueGenerators(HibernateBoot.Bound bound, PropertyOrigins properties, ModelTypes types) {
        this.metadata = bound.metadata();
        this.names = bound.context();
        this.properties = properties;
        this.types = types;
    }

    /** A generator of values, and the property that it is for. */
    record Made(Generator generator, Origin origin) {}

    /** Makes those that may change the mapping. The code of others is not needed. */
    static List<Made> make(HibernateBoot.Bound bound, PropertyOrigins properties, ModelTypes types) {
        ValueGenerators generators = new ValueGenerators(bound, properties, types);
        bound.metadata().getEntityBindings().forEach(generators::entity);
        return generators.made;
    }

    private void entity(PersistentClass entity) {
        for (Property property : entity.getPropertyClosure()) {
            properties.property(entity, property).ifPresent(origin -> property(entity, property, origin));
        }
    }

    private void property(PersistentClass entity, Property property, Origin origin) {
        GeneratorCreator creator = property.getValueGeneratorCreator();
        if (creator != null && mayChangeTheMapping(origin.element())) {
            made.add(new Made(creator.createGenerator(context(entity, property)), origin));
        }
        if (property.getValue() instanceof Component component) {
            for (Property part : component.getProperties()) {
                property(entity, part, properties.nested(origin, component, part));
            }
        }
    }

    private boolean mayChangeTheMapping(Element member) {
        return member.getAnnotationMirrors().stream()
                .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
                .anyMatch(annotation -> TIMESTAMPS.contains(annotation.toString())
                        || generator(annotation)
                                .filter(types::mayChangeTheMapping)
                                .isPresent());
    }

    /** That of a user's annotation; Hibernate's others change nothing. */
    private static Optional<TypeElement> generator(TypeElement annotation) {
        return annotation.toString().startsWith("org.hibernate.")
                ? Optional.empty()
                : ModelTypes.classIn(annotation, "org.hibernate.annotations.ValueGenerationType", "generatedBy");
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
            case "getDefaultCatalog" -> text(names.getDefaultCatalog());
            case "getDefaultSchema" -> text(names.getDefaultSchema());
            case "getSqlStringGenerationContext" -> names;
            default -> InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return (GeneratorCreationContext) Proxy.newProxyInstance(
                ValueGenerators.class.getClassLoader(), new Class<?>[] {GeneratorCreationContext.class}, answers);
    }

    private static @Nullable String text(@Nullable Identifier name) {
        return name == null ? null : name.getText();
    }
}
