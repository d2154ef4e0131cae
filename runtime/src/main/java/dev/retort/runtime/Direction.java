package dev.retort.runtime;

/** Which way a revision is run. Its text is what is stored, and what messages say. */
enum Direction {
    UPGRADE,
    DOWNGRADE;

    @Override
    public String toString() {
        return this == UPGRADE ? "upgrade" : "downgrade";
    }
}
