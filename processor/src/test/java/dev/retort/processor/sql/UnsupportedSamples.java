package dev.retort.processor.sql;

import static dev.retort.processor.sql.Samples.APART;
import static dev.retort.processor.sql.Samples.APART_BY_COLUMNS;
import static dev.retort.processor.sql.Samples.BOUNDED;
import static dev.retort.processor.sql.Samples.COMPUTED_IN_A_CHECK;
import static dev.retort.processor.sql.Samples.CONVERTED_IN_A_KEY;
import static dev.retort.processor.sql.Samples.COVERING_INDEX;
import static dev.retort.processor.sql.Samples.EXPRESSION_INDEX;
import static dev.retort.processor.sql.Samples.NARROWER_KEY;
import static dev.retort.processor.sql.Samples.NUMBERED;
import static dev.retort.processor.sql.Samples.PARTIAL_INDEX;
import static dev.retort.processor.sql.Samples.REBOUNDED;
import static dev.retort.processor.sql.Samples.ROWS_WITH_NOTHING;

import dev.retort.processor.operation.Operation;
import java.util.Map;
import java.util.Set;

/** Which samples a dialect cannot do; all others it can. */
final class UnsupportedSamples {
    static final Map<String, Set<Operation>> BY_DIALECT = Map.of(
            "sqlite", Set.of(BOUNDED, REBOUNDED, APART, APART_BY_COLUMNS, COVERING_INDEX),
            "postgresql", Set.of(COMPUTED_IN_A_CHECK),
            "h2", Set.of(APART, APART_BY_COLUMNS, EXPRESSION_INDEX, PARTIAL_INDEX, COVERING_INDEX),
            "mariadb",
                    Set.of(
                            APART,
                            APART_BY_COLUMNS,
                            EXPRESSION_INDEX,
                            NARROWER_KEY,
                            PARTIAL_INDEX,
                            COVERING_INDEX,
                            CONVERTED_IN_A_KEY),
            "mysql",
                    Set.of(
                            BOUNDED,
                            REBOUNDED,
                            APART,
                            APART_BY_COLUMNS,
                            NARROWER_KEY,
                            PARTIAL_INDEX,
                            COVERING_INDEX,
                            CONVERTED_IN_A_KEY),
            "sqlserver", Set.of(APART, APART_BY_COLUMNS, EXPRESSION_INDEX, NARROWER_KEY, NUMBERED, COMPUTED_IN_A_CHECK),
            "oracle",
                    Set.of(
                            APART,
                            APART_BY_COLUMNS,
                            PARTIAL_INDEX,
                            COVERING_INDEX,
                            COMPUTED_IN_A_CHECK,
                            ROWS_WITH_NOTHING));

    private UnsupportedSamples() {}
}
