/** A database that something else has migrated so far. */
package dev.retort.adoption;
