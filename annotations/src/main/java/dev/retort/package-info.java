/** What a project writes on its own classes: a revision, and the database it belongs to. */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
