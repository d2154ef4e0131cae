package dev.retort.runtime;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration was refused or failed. There is one subclass a case. The first line of the message stands alone; the
 * lines after it say why, and under {@code help:} what to do.
 */
public abstract class MigrationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST = 10;

    // An array, since lists need not be serializable.
    private final String[] names;

    /**
     * With a message from a template.
     *
     * @param names what the case is about: revisions, targets; may be empty
     * @param facts for the {@code %s} of the template; further lines of a fact are indented
     */
    MigrationException(List<String> names, @Nullable Throwable cause, String template, Object... facts) {
        super(message(template, facts), cause);
        this.names = names.toArray(new String[0]);
    }

    MigrationException(String template, Object... facts) {
        this(List.of(), null, template, facts);
    }

    private static String message(String template, Object[] facts) {
        Object[] indented = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            indented[i] = facts[i].toString().replace("\n", "\n  ");
        }
        return String.format(template, indented);
    }

    final List<String> names() {
        return List.of(names);
    }

    /** {@code revision a}, or {@code revisions a, b}. */
    static String revisions(List<String> ids) {
        return (ids.size() == 1 ? "revision " : "revisions ") + list(", ", ids);
    }

    /** The first ten, and how many more. */
    static String list(String separator, List<String> names) {
        int more = names.size() - MOST;
        return more <= 0
                ? String.join(separator, names)
                : String.join(separator, names.subList(0, MOST)) + separator + "and " + more + " more";
    }
}
