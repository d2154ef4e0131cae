package dev.retort.processor.finding;

/** What code or an option says is refused where it is read; whoever knows the place makes a finding of it. */
public final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * @param summary one line that stands alone, as in a finding
     * @param help the way out; the lines after its first are code
     */
    public RefusedException(String summary, String help) {
        super(summary);
        this.help = help;
    }

    public String help() {
        return help;
    }
}
