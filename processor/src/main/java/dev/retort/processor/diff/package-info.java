/** The schema at head against the model: what differs, and the operations that would cure it. */
@NullMarked
package dev.retort.processor.diff;

import org.jspecify.annotations.NullMarked;
