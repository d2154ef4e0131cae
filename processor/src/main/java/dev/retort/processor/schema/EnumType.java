package dev.retort.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type with a name of its own and the labels it allows, in their order. */
public record EnumType(QualifiedName name, List<String> labels) {
    private static final Pattern CREATE = Pattern.compile(
            "\\s*create\\s+(?:type\\s+\\S+\\s+as\\s+enum|domain\\s+\\S+\\s+as\\s+\\S+\\s+check\\s*\\(\\s*value\\s+in)\\s*\\((.*)\\)\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    public EnumType {
        labels = List.copyOf(labels);
    }

    /**
     * What {@code create type … as enum} makes, or {@code create domain … check (value in …)}, which Hibernate has for H2;
     * empty for all else.
     */
    public static Optional<EnumType> madeBy(DatabaseObject object) {
        Matcher create = CREATE.matcher(object.create().get(0));
        return create.matches()
                ? Optional.of(new EnumType(
                        object.name(),
                        LABEL.matcher(create.group(1))
                                .results()
                                .map(label -> label.group(1).replace("''", "'"))
                                .toList()))
                : Optional.empty();
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
