/** Declarations: {@code @Migration} and {@code @MigrationEnvironment} read from {@code javax.lang.model}, grouped by database. */
@NullMarked
package dev.retort.processor.read;

import org.jspecify.annotations.NullMarked;
