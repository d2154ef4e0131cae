/**
 * What a database family makes of names, types and literals: the ground that the model, the comparison and the SQL
 * share. Types come from Hibernate's {@code Dialect}; reserved words and the folding of names are ours.
 */
@NullMarked
package dev.retort.processor.dialect;

import org.jspecify.annotations.NullMarked;
