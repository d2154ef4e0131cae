package dev.retort.processor.source;

import com.sun.source.tree.Tree;

/** A call that the vocabulary itself refuses, such as {@code varchar(0)}. Never leaves this package. */
final class RejectedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Tree tree;
    private final transient Unit unit;

    RejectedCallException(Unit unit, Tree tree, String summary) {
        super(summary, null, false, false);
        this.unit = unit;
        this.tree = tree;
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
