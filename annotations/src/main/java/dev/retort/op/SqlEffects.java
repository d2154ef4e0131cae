package dev.retort.op;

import java.util.function.Consumer;

/** SQL of one's own that changes a structure. */
public interface SqlEffects {

    /**
     * What the SQL does to the schema, as operations that are not run. Must be called, with at least one operation.
     * {@code execute}, {@code run}, {@code stateOnly}, {@code sqlOnly} and {@code onDialect} have no place in it.
     */
    void effects(Consumer<Operations> effects);
}
