package dev.retort.op;

/** A new primary key. */
public interface PrimaryKeyBuilder {

    /** The constraint's name; without it {@code pk_<table>}. */
    PrimaryKeyBuilder named(String name);
}
