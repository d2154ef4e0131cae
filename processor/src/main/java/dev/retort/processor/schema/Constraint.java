package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What holds for the rows of a table. In a migration's schema every constraint has a name. */
public sealed interface Constraint permits PrimaryKey, ForeignKey, UniqueKey, Check, Exclusion {

    /** Empty where nobody wrote one: then constraints are compared by content. */
    Optional<Name> name();

    /** The columns of its table in their order; for a check, which is text, none. */
    List<Name> columns();

    /** Whether the column is one of its own, or used in its text. */
    default boolean mentions(Name column) {
        return Names.contains(columns(), column);
    }

    /** The entities do not declare it, on purpose. */
    boolean databaseOnly();

    /** The same under another name. */
    Constraint renamed(Name newName);

    /** As a message names it: {@code foreign key fk_x (user_id)}. */
    String describe();

    static boolean hasName(Constraint constraint, Name name) {
        return constraint.name().filter(name::sameKey).isPresent();
    }

    static Predicate<Constraint> named(Name name) {
        return constraint -> hasName(constraint, name);
    }
}
