/** A schema as the catalogue of a database will tell it: what the runtime compares the live one with. */
@NullMarked
package dev.retort.processor.catalogue;

import org.jspecify.annotations.NullMarked;
