package dev.retort.processor.diff;

import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Hibernate's model knows by its SQL only, as what the migrations have operations for. */
final class ModelObjects {
    private static final Pattern ENUM = Pattern.compile(
            "\\s*create\\s+type\\s+\\S+\\s+as\\s+enum\\s*\\((.*)\\)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern CAST =
            Pattern.compile("\\s*create\\s+cast\\s*\\(.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile(
            "\\s*create\\s+view\\s+(?:\"[^\"]+\"|`[^`]+`|[^\\s\"`])+\\s+as\\s+(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ModelObjects() {}

    /** Made by {@code create type … as enum} and the casts that Hibernate adds. */
    static Optional<EnumType> enumType(DatabaseObject object) {
        Matcher create = ENUM.matcher(object.create().get(0));
        boolean onlyCasts = object.create().stream()
                .skip(1)
                .allMatch(sql -> CAST.matcher(sql).matches());
        if (!create.matches() || !onlyCasts) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(create.group(1));
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return Optional.of(new EnumType(object.name(), labels));
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
