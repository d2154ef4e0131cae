package dev.retort.op;

/** A new foreign key; {@link #references} must be called. */
public interface ForeignKeyBuilder {

    /**
     * The table and columns referred to.
     *
     * @param table the table referred to; may be the table itself
     * @param columns as many as the key has, together a primary or unique key of {@code table}
     */
    ForeignKeyBuilder references(String table, String... columns);

    ForeignKeyBuilder onDelete(ReferentialAction action);

    ForeignKeyBuilder onUpdate(ReferentialAction action);

    /** The constraint's name; without it {@code fk_<table>_<columns>}. */
    ForeignKeyBuilder named(String name);

    /** The entities do not declare this key, on purpose: no drift. */
    ForeignKeyBuilder databaseOnly();
}
