/** What Retort has to say to a developer, as values, and the one class that says it. Depends on no stage. */
@NullMarked
package dev.retort.processor.finding;

import org.jspecify.annotations.NullMarked;
