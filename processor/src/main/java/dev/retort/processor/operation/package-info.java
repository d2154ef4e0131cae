/**
 * What a migration does, as immutable values. Depends on {@code schema} alone; the same values are replayed, reversed,
 * rendered as SQL and as Java source.
 */
@NullMarked
package dev.retort.processor.operation;

import org.jspecify.annotations.NullMarked;
