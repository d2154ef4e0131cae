package dev.retort.processor.diff;

import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Hibernate's model knows by its SQL only, as what the migrations have operations for. */
final class ModelObjects {
    private static final Pattern TYPE =
            Pattern.compile("\\s*create\\s+type\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CAST =
            Pattern.compile("\\s*create\\s+cast\\s*\\(.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile(
            "\\s*create\\s+view\\s+(?:\"[^\"]+\"|`[^`]+`|[^\\s\"`])+\\s+as\\s+(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ModelObjects() {}

    /** Made by {@code create type … as enum} and the casts that Hibernate adds. */
    static Optional<EnumType> enumType(DatabaseObject object) {
        boolean onlyCasts = object.create().stream()
                .skip(1)
                .allMatch(sql -> CAST.matcher(sql).matches());
        return onlyCasts && TYPE.matcher(object.create().get(0)).matches() ? EnumType.madeBy(object) : Optional.empty();
    }

    /** Made by {@code create view … as}, as for Hibernate's {@code @View}. */
    static Optional<View> view(DatabaseObject object) {
        Matcher create = VIEW.matcher(object.create().get(0));
        return object.create().size() == 1 && create.matches()
                ? Optional.of(
                        new View(object.name(), WrittenSql.of(create.group(1).strip())))
                : Optional.empty();
    }
}
