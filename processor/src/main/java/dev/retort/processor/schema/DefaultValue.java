package dev.retort.processor.schema;

import java.math.BigDecimal;

/** The default of a column. */
public sealed interface DefaultValue {

    record Text(String value) implements DefaultValue {}

    record Whole(long value) implements DefaultValue {}

    record Decimal(BigDecimal value) implements DefaultValue {}

    record Bool(boolean value) implements DefaultValue {}

    /** SQL, copied as it is. */
    record Expression(String sql) implements DefaultValue {}
}
