package dev.retort.processor.source;

import com.sun.source.tree.Tree;
import dev.retort.processor.finding.RefusedException;

/** A call that the vocabulary itself refuses, such as {@code varchar(0)}. Never leaves this package. */
final class RejectedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Tree tree;
    private final transient Unit unit;

    private final String help;

    RejectedCallException(Unit unit, Tree tree, IllegalArgumentException refused) {
        super(refused.getMessage(), null, false, false);
        this.unit = unit;
        this.tree = tree;
        this.help = help(refused);
    }

    /** The vocabulary's own exceptions come from code that users call too, and have no help. */
    static String help(IllegalArgumentException refused) {
        return refused instanceof RefusedException known ? known.help() : "give it what it takes, as its Javadoc says";
    }

    String help() {
        return help;
    }

    String summary() {
        return String.valueOf(getMessage());
    }

    Tree tree() {
        return tree;
    }

    Unit unit() {
        return unit;
    }
}
