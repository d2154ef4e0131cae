/** What a model lacks as a new migration: operations in an order that applies, Java source, a file. */
@NullMarked
package dev.retort.processor.write;

import org.jspecify.annotations.NullMarked;
