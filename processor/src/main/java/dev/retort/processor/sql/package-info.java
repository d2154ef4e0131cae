/**
 * Operations as the statements of one database. {@link dev.retort.processor.sql.SqlRendering} is the door; each family
 * of databases is one {@code *Statements} class.
 */
@NullMarked
package dev.retort.processor.sql;

import org.jspecify.annotations.NullMarked;
