package dev.retort.processor.schema;

/** A sequence. */
public record Sequence(QualifiedName name, long start, int increment) {}
