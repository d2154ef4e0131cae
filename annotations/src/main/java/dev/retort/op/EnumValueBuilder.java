package dev.retort.op;

/** A new value of a named enumeration type, at the end of its list unless said otherwise. */
public interface EnumValueBuilder {

    /** In front of a value that is there. */
    void before(String value);

    /** Behind a value that is there. */
    void after(String value);
}
