package dev.retort.processor.write;

import java.nio.file.Path;

/** A migration in the source tree. */
public record WrittenRevision(String revision, String className, Path file) {}
