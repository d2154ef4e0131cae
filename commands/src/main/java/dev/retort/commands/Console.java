package dev.retort.commands;

/** Where a command speaks: a terminal, a pipe, the log of a build. Used by one thread. */
public interface Console {

    /** A part of the answer, in one or more lines; nothing but the answer goes here. */
    void out(String text);

    /** What is said beside the answer: what is about to be done, warnings, errors. One or more lines. */
    void err(String text);

    /**
     * What is being done at this moment. A terminal shows it in place of what was being done before; others may leave it
     * out, since {@link #err} tells what was done.
     */
    default void progress(String line) {}

    /** Whether a person is there who sees lines as they come, and may be asked. */
    default boolean isInteractive() {
        return false;
    }

    /** Asks a person. Only where one is there. */
    default boolean confirms(String question) {
        return false;
    }

    /** How commands and their options are written where this console is. */
    default Vocabulary vocabulary() {
        return Vocabulary.TERMINAL;
    }
}
