/** The goals, in a Maven that the tests start, on a project in a temporary folder. */
package dev.retort.maven;
