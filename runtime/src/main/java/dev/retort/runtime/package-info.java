/** What runs in the application: the registry the compiler wrote, and the migrator that applies it. */
@NullMarked
package dev.retort.runtime;

import org.jspecify.annotations.NullMarked;
