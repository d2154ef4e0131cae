/** The annotation processor: {@code RetortProcessor} is javac's door, {@code Verification} the table of contents. */
@NullMarked
package dev.retort.processor;

import org.jspecify.annotations.NullMarked;
