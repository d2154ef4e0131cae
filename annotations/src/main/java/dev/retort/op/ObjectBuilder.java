package dev.retort.op;

/** A new object that is known by its SQL only. */
public interface ObjectBuilder {

    /** The statements that remove it, in order; without them {@link Operations#dropObject} is refused. */
    ObjectBuilder dropWith(String... sql);
}
