/** The revision chain: one class a rule, and the graph that is left when none objects. */
@NullMarked
package dev.retort.processor.chain;

import org.jspecify.annotations.NullMarked;
