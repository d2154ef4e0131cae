package dev.retort.commands.compile;

/** A migration that the processor has written. */
public record Written(String revision, String message, String file) {}
