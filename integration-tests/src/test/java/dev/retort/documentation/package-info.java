/** What the documentation shows, compiled and run. */
package dev.retort.documentation;
