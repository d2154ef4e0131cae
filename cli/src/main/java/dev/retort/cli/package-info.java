/** The command line: arguments and settings to the commands of {@code dev.retort.commands}, and their answers to a terminal. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
