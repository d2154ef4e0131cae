package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.QualifiedName;

/** What PostgreSQL has words for beyond the others. */
final class PostgresDefinitions extends Definitions {

    PostgresDefinitions(DatabaseDialect dialect) {
        super(dialect);
    }

    @Override
    String include(QualifiedName table, Index index) {
        return " include (" + dialect().quote(index.included()) + ")";
    }

    @Override
    String where(QualifiedName table, Index index, String condition) {
        return " where " + condition;
    }
}
