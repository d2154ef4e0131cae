package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;

/** What H2 has no words for. */
final class H2Definitions extends Definitions {

    H2Definitions(DatabaseDialect dialect) {
        super(dialect);
    }

    /** H2 has one collation for all of a database, {@code set collation}. */
    @Override
    String collation(Table table, Column column, String name) {
        throw new UnsupportedByDialectException(
                "h2 cannot give column " + column.name() + " of table " + table.name() + " the collation " + name
                        + ": it has one for the whole database",
                "leave collation(…) out, or " + UnsupportedByDialectException.leaveToOthers("the column"));
    }

    @Override
    String indexExpression(QualifiedName table, String expression) {
        throw new UnsupportedByDialectException(
                "h2 cannot index the expression " + expression + " of table " + table + ": it indexes columns only",
                INDEX_A_COLUMN);
    }
}
