package dev.retort.processor.write;

import dev.retort.processor.schema.Column;

/** What the rows that are there have in a column that is new to them. */
enum NewValue {
    NULL,
    /** Most often the same one in all rows. */
    DEFAULT,
    /** What someone chooses, as the column is not null and nothing else fills it. */
    CHOSEN,
    /** Another one in each row. */
    NUMBERED,
    COMPUTED;

    static NewValue of(Column column) {
        if (column.identity()) {
            return NUMBERED;
        } else if (column.generatedAs().isPresent()) {
            return COMPUTED;
        } else if (column.defaultValue().isPresent()) {
            return DEFAULT;
        }
        return column.nullable() ? NULL : CHOSEN;
    }
}
