/** How answers look: graphs, lists, JSON and SARIF. */
@NullMarked
package dev.retort.commands.text;

import org.jspecify.annotations.NullMarked;
