/** Migration bodies to operations. The only user of {@code com.sun.source}; nothing here attributes a tree. */
@NullMarked
package dev.retort.processor.source;

import org.jspecify.annotations.NullMarked;
