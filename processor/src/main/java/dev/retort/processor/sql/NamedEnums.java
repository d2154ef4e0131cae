package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.EnumOperation.AddEnumValue;
import dev.retort.processor.operation.EnumOperation.CreateEnum;
import dev.retort.processor.operation.EnumOperation.DropEnum;
import dev.retort.processor.operation.EnumOperation.RenameEnumValue;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Enumeration types of PostgreSQL (SQL Commands, CREATE TYPE and ALTER TYPE), made as Hibernate makes them. */
final class NamedEnums {
    private static final Pattern CAST =
            Pattern.compile("create (cast \\([^)]*\\)).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final DatabaseDialect dialect;

    NamedEnums(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    List<String> of(EnumOperation operation, Schema before) {
        if (dialect.family() != Family.POSTGRESQL) {
            String word = dialect.family().word();
            throw new UnsupportedByDialectException(
                    word + " has no enumeration types with a name",
                    "put " + operation.describe().replaceFirst("\\(.*", "")
                            + " in op.onDialect(\"postgresql\", on -> …), and give the column of " + word
                            + " the type enumeration(…)");
        }
        if (operation instanceof CreateEnum create) {
            return creation(create.type());
        } else if (operation instanceof DropEnum drop) {
            return removal(before.extras().enumType(drop.type()).orElseThrow());
        } else if (operation instanceof AddEnumValue add) {
            return List.of(alter(add.type()) + "add value if not exists " + dialect.literal(add.value())
                    + add.neighbour()
                            .map(neighbour ->
                                    (neighbour.isAfter() ? " after " : " before ") + dialect.literal(neighbour.value()))
                            .orElse(""));
        } else if (operation instanceof RenameEnumValue rename) {
            return List.of(alter(rename.type()) + "rename value " + dialect.literal(rename.value()) + " to "
                    + dialect.literal(rename.newValue()));
        }
        throw new IllegalArgumentException("no SQL for " + operation.describe());
    }

    private String alter(QualifiedName type) {
        return "alter type " + dialect.quote(type) + " ";
    }

    /** With the casts that let Hibernate hand over texts. */
    private List<String> creation(EnumType type) {
        String[] quoted =
                type.labels().stream().map(label -> label.replace("'", "''")).toArray(String[]::new);
        return Arrays.asList(dialect.hibernate().getCreateEnumTypeCommand(dialect.quote(type.name()), quoted));
    }

    /** Hibernate says {@code cascade}, which takes columns along: here only its casts go with a type. */
    private List<String> removal(EnumType type) {
        List<String> statements = new ArrayList<>();
        for (String made : creation(type)) {
            Matcher cast = CAST.matcher(made);
            if (cast.matches()) {
                statements.add("drop " + cast.group(1));
            }
        }
        statements.add("drop type " + dialect.quote(type.name()));
        return statements;
    }
}
