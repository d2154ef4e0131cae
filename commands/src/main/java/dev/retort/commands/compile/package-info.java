/** javac with the processor, and what it says, as values. */
@NullMarked
package dev.retort.commands.compile;

import org.jspecify.annotations.NullMarked;
