/**
 * What lies around the mapped classes and changes their schema: {@code persistence.xml}, mapping files, settings, and the
 * other resources of the compilation.
 */
@NullMarked
package dev.retort.processor.unit;

import org.jspecify.annotations.NullMarked;
