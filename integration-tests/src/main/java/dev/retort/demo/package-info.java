/**
 * A small service that downloads radio episodes: its entities, and a command that migrates its database and works on
 * it. The revisions of the database are in {@code db.migrations}.
 */
package dev.retort.demo;
