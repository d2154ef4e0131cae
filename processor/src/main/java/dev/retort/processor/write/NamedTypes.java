package dev.retort.processor.write;

import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.Optional;
import java.util.stream.Stream;

/** Enumerations with names of their own: those of operations, and those known by their SQL, as H2's domains are. */
final class NamedTypes {

    private NamedTypes() {}

    static Stream<EnumType> of(Schema schema) {
        return Stream.concat(
                schema.extras().enumTypes().values().stream(),
                schema.objects().stream().flatMap(object -> EnumType.madeBy(object).stream()));
    }

    static Optional<EnumType> of(Schema schema, QualifiedName name) {
        return of(schema).filter(type -> type.name().key().equals(name.key())).findFirst();
    }
}
