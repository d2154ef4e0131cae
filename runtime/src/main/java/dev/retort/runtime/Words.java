package dev.retort.runtime;

import java.util.List;

/** Wording that several messages share. */
final class Words {

    private static final int MOST = 10;

    private Words() {}

    /** {@code revision a}, or {@code revisions a, b}. */
    static String revisions(List<String> ids) {
        return (ids.size() == 1 ? "revision " : "revisions ") + list(ids);
    }

    /** The first ten, and how many more. */
    static String list(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() > MOST ? shown + " and " + (names.size() - MOST) + " more" : shown;
    }
}
