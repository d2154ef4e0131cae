package dev.retort.processor.sql;

/** A database cannot do what an operation says; the message is one such sentence: {@code sqlite cannot …}. */
public final class UnsupportedByDialectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedByDialectException(String message) {
        super(message);
    }
}
