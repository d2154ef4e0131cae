/** Compiling with the processor, as a test does it. */
package dev.retort.sources;
