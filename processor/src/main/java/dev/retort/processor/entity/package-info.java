/**
 * Entities to the schema Hibernate would create for them, for each dialect. The only user of Hibernate's boot and of
 * ASM. {@link EntityReading} is the door.
 */
@NullMarked
package dev.retort.processor.entity;

import org.jspecify.annotations.NullMarked;
