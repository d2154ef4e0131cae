/** The registry and the driver of a class path, and secrets that must not show. */
@NullMarked
package dev.retort.commands.database;

import org.jspecify.annotations.NullMarked;
