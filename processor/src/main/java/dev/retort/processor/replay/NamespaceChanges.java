package dev.retort.processor.replay;

import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Schemas as places that tables lie in. That no revision creates one does not say that it is not there. */
final class NamespaceChanges {

    private NamespaceChanges() {}

    static Schema apply(Schema schema, SchemaOperation operation) {
        if (operation instanceof SchemaOperation.CreateSchema create) {
            if (schema.extras().schema(create.name()).isPresent()) {
                throw new InvalidOperationException(
                        "there is already a schema " + create.name(), "leave this out, or choose another name");
            }
            return schema.with(schema.extras().with(create.name()));
        } else if (operation instanceof SchemaOperation.DropSchema drop) {
            return drop(schema, drop.name());
        }
        throw new IllegalArgumentException("unknown operation " + operation.describe());
    }

    private static Schema drop(Schema schema, Name name) {
        Name known = schema.extras()
                .schema(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "no revision creates schema " + name,
                        Lookup.near(
                                name.toString(),
                                schema.extras().schemas().values().stream()
                                        .map(Name::toString)
                                        .toList())));
        List<QualifiedName> left = Stream.of(
                        schema.tables().stream().map(Table::name),
                        schema.sequences().stream().map(Sequence::name),
                        schema.objects().stream().map(DatabaseObject::name),
                        schema.extras().names())
                .flatMap(names -> names)
                .filter(inside -> isIn(inside, known))
                .toList();
        if (!left.isEmpty()) {
            throw new InvalidOperationException(
                    "schema " + known + " still holds " + left.get(0)
                            + (left.size() > 1 ? " and " + (left.size() - 1) + " more" : ""),
                    "drop what it holds first");
        }
        return schema.with(schema.extras().without(known));
    }

    private static boolean isIn(QualifiedName name, Name schema) {
        List<Name> qualifiers = name.qualifiers();
        return !qualifiers.isEmpty() && qualifiers.get(qualifiers.size() - 1).sameKey(schema);
    }
}
