/** Retort in a Spring Boot application: migrates before anything uses the database. */
@NullMarked
package dev.retort.spring;

import org.jspecify.annotations.NullMarked;
