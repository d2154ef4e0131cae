/** Operations applied to schemas: the schema before each, and at every revision. */
@NullMarked
package dev.retort.processor.replay;

import org.jspecify.annotations.NullMarked;
