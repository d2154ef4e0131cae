package dev.retort.processor.schema;

import java.math.BigDecimal;

/** The default of a column. */
public sealed interface DefaultValue {

    /** For messages, much as SQL writes it. */
    String describe();

    record Text(String value) implements DefaultValue {
        @Override
        public String describe() {
            return "'" + value + "'";
        }
    }

    record Whole(long value) implements DefaultValue {
        @Override
        public String describe() {
            return Long.toString(value);
        }
    }

    record Decimal(BigDecimal value) implements DefaultValue {
        @Override
        public String describe() {
            return value.toPlainString();
        }
    }

    record Bool(boolean value) implements DefaultValue {
        @Override
        public String describe() {
            return Boolean.toString(value);
        }
    }

    /** SQL, copied as it is. */
    record Expression(String sql) implements DefaultValue {
        @Override
        public String describe() {
            return sql;
        }
    }
}
