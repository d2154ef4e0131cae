/** Operations as the Java source of a migration. */
@NullMarked
package dev.retort.processor.suggest;

import org.jspecify.annotations.NullMarked;
