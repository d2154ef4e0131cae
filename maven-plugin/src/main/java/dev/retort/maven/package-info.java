/** Retort's commands as goals of Maven. What they do and say is {@link dev.retort.commands}'s. */
@NullMarked
package dev.retort.maven;

import org.jspecify.annotations.NullMarked;
