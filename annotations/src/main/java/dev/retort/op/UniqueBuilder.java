package dev.retort.op;

/** A new unique key. */
public interface UniqueBuilder {

    /** The constraint's name; without it {@code uq_<table>_<columns>}. */
    UniqueBuilder named(String name);

    /** The entities do not declare this key, on purpose: no drift. */
    UniqueBuilder databaseOnly();
}
