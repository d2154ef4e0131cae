package dev.retort.processor.entity;

import dev.retort.processor.schema.ForeignKey.Action;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.mapping.ForeignKey;
import org.jspecify.annotations.Nullable;

/** What a foreign key does to the rows that refer: from {@code @OnDelete}, or from SQL that the user wrote. */
final class ForeignKeyActions {
    private static final String ACTIONS = "\\s+(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)";
    private static final Pattern ON_DELETE = Pattern.compile("on\\s+delete" + ACTIONS, Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_UPDATE = Pattern.compile("on\\s+update" + ACTIONS, Pattern.CASE_INSENSITIVE);

    private ForeignKeyActions() {}

    static Action onDelete(ForeignKey key) {
        return key.getOnDeleteAction() == null
                ? written(key, ON_DELETE)
                : Action.valueOf(key.getOnDeleteAction().name());
    }

    static Action onUpdate(ForeignKey key) {
        return written(key, ON_UPDATE);
    }

    /** What else stands in the options. */
    static String without(@Nullable String options) {
        return options == null
                ? ""
                : ON_UPDATE
                        .matcher(ON_DELETE.matcher(options).replaceAll(""))
                        .replaceAll("")
                        .strip();
    }

    /** In {@code @ForeignKey(foreignKeyDefinition, options)}. */
    private static Action written(ForeignKey key, Pattern pattern) {
        return Stream.of(key.getKeyDefinition(), key.getOptions())
                .filter(sql -> sql != null)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"))
                .map(Action::valueOf)
                .findFirst()
                .orElse(Action.NO_ACTION);
    }
}
