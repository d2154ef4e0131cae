package dev.retort.processor.schema;

import java.util.ArrayList;
import java.util.List;

/** A type with a name of its own and the labels it allows, in their order. */
public record EnumType(QualifiedName name, List<String> labels) {

    public EnumType {
        labels = List.copyOf(labels);
    }

    /** With one label more, in front of the one at that place. */
    public EnumType with(String label, int place) {
        List<String> more = new ArrayList<>(labels);
        more.add(place, label);
        return new EnumType(name, more);
    }

    public EnumType renamed(String label, String newLabel) {
        return new EnumType(
                name,
                labels.stream()
                        .map(known -> known.equals(label) ? newLabel : known)
                        .toList());
    }

    /** Whether a column is of this type; a type that names no schema is looked for in any. */
    public boolean isTypeOf(Column column) {
        if (column.type().kind() != DataType.Kind.NATIVE) {
            return false;
        }
        String written = column.type().texts().get(0).trim();
        if (written.isEmpty()) {
            return false;
        }
        QualifiedName type = QualifiedName.of(written);
        return type.key().equals(name.key())
                || (type.qualifiers().isEmpty() && type.name().sameKey(name.name()));
    }
}
