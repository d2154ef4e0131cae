package dev.retort.commands;

/** What a command says to the process that called it. */
public final class ExitStatus {
    /** Done; or the answer is yes. */
    public static final int OK = 0;

    /** The answer is no: drift, a database that is not as it should be, or not at the heads. */
    public static final int NO = 1;

    /** Not done: wrongly called, refused, failed; or there could be no answer. */
    public static final int FAILED = 2;

    private ExitStatus() {}
}
