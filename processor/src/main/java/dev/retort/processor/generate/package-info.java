/** The registry and the plans as Java source. The only user of JavaPoet. */
@NullMarked
package dev.retort.processor.generate;

import org.jspecify.annotations.NullMarked;
