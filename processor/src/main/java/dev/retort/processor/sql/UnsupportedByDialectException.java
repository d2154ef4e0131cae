package dev.retort.processor.sql;

/** A database cannot do what an operation says; the message is one such sentence: {@code sqlite cannot …}. */
public final class UnsupportedByDialectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /** @param help the way out */
    UnsupportedByDialectException(String message, String help) {
        super(message);
        this.help = help;
    }

    String help() {
        return help;
    }

    /** The way out for what other databases can. */
    static String leaveToOthers(String what) {
        return "write " + what + " inside op.onDialect(\"…\", on -> …), for the dialects that can";
    }

    /** The way out where something must not be there meanwhile. */
    static String setAside(String what) {
        return "drop " + what + " before, and add it again after";
    }
}
