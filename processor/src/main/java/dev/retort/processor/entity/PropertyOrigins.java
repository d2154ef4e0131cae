package dev.retort.processor.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** From Hibernate's properties to the fields and getters they are mapped at. */
final class PropertyOrigins {
    private final ModelTypes types;

    PropertyOrigins(ModelTypes types) {
        this.types = types;
    }

    Optional<Origin> entity(PersistentClass entity) {
        return type(entity.getClassName()).map(type -> new Origin(type, simpleName(type)));
    }

    Optional<Origin> property(PersistentClass entity, Property property) {
        return entity(entity)
                .map(origin ->
                        within(origin, (TypeElement) origin.element(), property).orElse(origin));
    }

    /** A property of an embeddable, or of a class that extends it, below the property that embeds it. */
    Origin nested(Origin parent, Component component, Property property) {
        if (component.isDynamic()) {
            return parent;
        }
        return type(component.getComponentClassName())
                .flatMap(type -> within(parent, type, property))
                .or(() -> type(component.getPropertyDeclaringClass(property))
                        .flatMap(type -> within(parent, type, property)))
                .orElse(parent);
    }

    /** By the last step of its role, such as {@code com.acme.User.address.phones}. */
    Optional<Origin> collection(Collection collection) {
        PersistentClass owner = collection.getOwner();
        String path = collection.getRole().substring(owner.getEntityName().length() + 1);
        Optional<Origin> origin = entity(owner);
        Optional<Value> holder = Optional.empty();
        for (String step : path.split("\\.", -1)) {
            if (origin.isEmpty()) {
                return origin;
            }
            Origin parent = origin.get();
            if (holder.isPresent() && holder.get() instanceof Component component) {
                Property property = component.getProperty(step);
                origin = Optional.of(nested(parent, component, property));
                holder = Optional.of(property.getValue());
            } else {
                Optional<Property> property = Stream.concat(
                                owner.getPropertyClosure().stream(), Stream.ofNullable(owner.getIdentifierProperty()))
                        .filter(candidate -> candidate.getName().equals(step))
                        .findFirst();
                if (property.isEmpty()) {
                    return origin;
                }
                origin = property(owner, property.get());
                holder = Optional.of(property.get().getValue());
            }
        }
        return origin;
    }

    private Optional<TypeElement> type(@Nullable String className) {
        return className == null ? Optional.empty() : types.find(className);
    }

    /** The field, record component or getter of a property; empty if there is none. */
    static Optional<Element> memberNamed(TypeElement holder, String property) {
        return property.isEmpty()
                ? Optional.empty()
                : member(holder, property, false).or(() -> member(holder, property, true));
    }

    private static Optional<Origin> within(Origin parent, TypeElement holder, Property property) {
        String name = property.getName();
        boolean byGetter = "property".equals(property.getPropertyAccessorName());
        return member(holder, name, byGetter)
                .or(() -> member(holder, name, !byGetter))
                .map(element -> new Origin(element, parent.path() + "." + name));
    }

    /** In the class or the nearest class above that has it. */
    private static Optional<Element> member(TypeElement holder, String name, boolean getter) {
        List<? extends Element> members = holder.getEnclosedElements();
        Optional<? extends Element> own = getter
                ? members.stream().filter(member -> isGetter(member, name)).findFirst()
                : Stream.concat(holder.getRecordComponents().stream(), members.stream())
                        .filter(member -> member.getKind() == ElementKind.FIELD
                                || member.getKind() == ElementKind.RECORD_COMPONENT)
                        .filter(member -> member.getSimpleName().contentEquals(name))
                        .findFirst();
        if (own.isPresent()) {
            return Optional.of(own.get());
        }
        return holder.getSuperclass() instanceof DeclaredType above
                ? member((TypeElement) above.asElement(), name, getter)
                : Optional.empty();
    }

    private static boolean isGetter(Element member, String name) {
        if (!(member instanceof ExecutableElement method)
                || !method.getParameters().isEmpty()) {
            return false;
        }
        String capitalized = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Stream.of("get" + capitalized, "is" + capitalized, "get" + name, "is" + name)
                .anyMatch(candidate -> method.getSimpleName().contentEquals(candidate));
    }

    static String simpleName(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
