package dev.retort.runtime;

import org.jspecify.annotations.Nullable;

/** Which way a revision is run. */
enum Direction {
    UPGRADE("upgrade"),
    DOWNGRADE("downgrade");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** As it is stored and spoken of. */
    String word() {
        return word;
    }

    static @Nullable Direction ofWord(String word) {
        for (Direction direction : values()) {
            if (direction.word.equals(word)) {
                return direction;
            }
        }
        return null;
    }
}
