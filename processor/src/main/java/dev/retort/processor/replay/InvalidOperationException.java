package dev.retort.processor.replay;

/** An operation meets a schema that it cannot be applied to. Never leaves this package. */
final class InvalidOperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;
    private final String part;

    /** @param help the way out; the lines after its first are code */
    InvalidOperationException(String summary, String help) {
        this(summary, help, "");
    }

    /** @param part the part of the operation that is wrong, as its instruction names it */
    InvalidOperationException(String summary, String help, String part) {
        super(summary, null, false, false);
        this.help = help;
        this.part = part;
    }

    String summary() {
        return String.valueOf(getMessage());
    }

    /** Empty for all of the operation. */
    String part() {
        return part;
    }

    String help() {
        return help;
    }
}
