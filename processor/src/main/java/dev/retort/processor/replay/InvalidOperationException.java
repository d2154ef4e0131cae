package dev.retort.processor.replay;

/** An operation meets a schema that it cannot be applied to. Never leaves this package. */
final class InvalidOperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    InvalidOperationException(String summary) {
        this(summary, "");
    }

    InvalidOperationException(String summary, String help) {
        super(summary, null, false, false);
        this.help = help;
    }

    String summary() {
        return String.valueOf(getMessage());
    }

    /** Empty when there is nothing to advise. */
    String help() {
        return help;
    }
}
