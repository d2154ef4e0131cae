package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.QualifiedName;
import java.util.stream.Collectors;

/** What PostgreSQL has words for beyond the others. */
final class PostgresDefinitions extends Definitions {

    PostgresDefinitions(DatabaseDialect dialect) {
        super(dialect);
    }

    @Override
    String include(QualifiedName table, Index index) {
        return " include (" + dialect().quote(index.included()) + ")";
    }

    /** PostgreSQL, CREATE TABLE, EXCLUDE. */
    @Override
    String exclusion(Exclusion exclusion) {
        return "exclude using " + exclusion.method() + " ("
                + exclusion.elements().stream()
                        .map(element -> element.part()
                                        .column()
                                        .map(dialect()::quote)
                                        .orElseGet(() -> "(" + element.part().expression() + ")")
                                + (element.part().descending() ? " desc" : "") + " with " + element.operator())
                        .collect(Collectors.joining(", "))
                + ")"
                + exclusion.where().map(sql -> " where (" + sql + ")").orElse("");
    }

    @Override
    String where(QualifiedName table, Index index, String condition) {
        return " where " + condition;
    }
}
