/**
 * A database's structure as immutable values. Knows no stage, no dialect and no library.
 *
 * <p>{@code equals} means the same to the letter; "the same in dialect D" is the business of {@code dialect} and
 * {@code diff}.
 */
@NullMarked
package dev.retort.processor.schema;

import org.jspecify.annotations.NullMarked;
