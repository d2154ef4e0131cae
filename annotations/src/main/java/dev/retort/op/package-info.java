/**
 * The operations of a revision and the SQL types of their columns.
 *
 * <p>Calls on these types stand in the bodies of {@link dev.retort.SchemaMigration}. The compiler reads them; no code
 * of a body ever runs.
 */
@NullMarked
package dev.retort.op;

import org.jspecify.annotations.NullMarked;
