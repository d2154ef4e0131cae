package dev.retort.processor.source;

import com.sun.source.tree.Tree;

/** An expression or statement that cannot be decided while compiling. Never leaves this package. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Tree tree;
    private final transient Unit unit;
    private final String help;

    /** @param help the way out; the lines after its first are code */
    UnreadableException(Unit unit, Tree tree, String summary, String help) {
        super(summary, null, false, false);
        this.unit = unit;
        this.tree = tree;
        this.help = help;
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

    String help() {
        return help;
    }
}
