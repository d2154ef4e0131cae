package dev.retort;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that implements {@link SchemaMigration} as one revision of a database.
 *
 * <pre>{@code
 * @Migration(revision = "9c41d07be2aa", revises = "4e1f0a6b7c12", message = "Add user preferences")
 * final class AddUserPreferences implements SchemaMigration { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Migration {

    /**
     * The id of this revision: 1 to 64 characters, none of them white space or one of {@code @ - + : ~}, and none of the
     * words {@code head}, {@code heads}, {@code base}, {@code current}, which name targets.
     */
    String revision();

    /** The ids of the revisions that this one follows: none for the first, several for a merge. */
    String[] revises() default {};

    /** What the revision does, in a few words; kept in the registry and shown with its id. May be empty. */
    String message() default "";
}
