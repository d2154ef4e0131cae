package dev.retort.op;

/** A new check. */
public interface CheckBuilder {

    /** The constraint's name; without it {@code ck_<table>_<n>}, counted from 1. */
    CheckBuilder named(String name);

    /** The entities do not declare this check, on purpose: no drift. */
    CheckBuilder databaseOnly();
}
