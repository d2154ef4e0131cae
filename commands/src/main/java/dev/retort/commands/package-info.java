/**
 * Retort's commands: one record a command, which holds what was asked for and runs on a {@link
 * dev.retort.commands.Console}. Its callers read arguments and print lines; what is done, the words in which it is said
 * and the exit statuses are here.
 */
@NullMarked
package dev.retort.commands;

import org.jspecify.annotations.NullMarked;
