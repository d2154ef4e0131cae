package dev.retort.processor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.sql.LiveDatabase;
import dev.retort.runtime.LiveCatalogue;
import dev.retort.runtime.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the compiler expects each catalogue to say of a type is what it says. */
class CatalogueTypesTest {

    private static final List<DataType> TYPES = List.of(
            DataType.of(Kind.BOOL),
            DataType.of(Kind.TINYINT),
            DataType.of(Kind.SMALLINT),
            DataType.of(Kind.INTEGER),
            DataType.of(Kind.BIGINT),
            DataType.of(Kind.REAL),
            DataType.of(Kind.DOUBLE_PRECISION),
            DataType.of(Kind.FLOATING, 10),
            DataType.of(Kind.FLOATING, 24),
            DataType.of(Kind.FLOATING, 53),
            DataType.of(Kind.NUMERIC, 19, 2),
            DataType.of(Kind.CHARACTER, 1),
            DataType.of(Kind.VARCHAR, 32),
            DataType.of(Kind.VARCHAR, 20_000_000),
            DataType.of(Kind.NCHAR, 2),
            DataType.of(Kind.NVARCHAR, 32),
            DataType.of(Kind.TEXT),
            DataType.of(Kind.NTEXT),
            DataType.of(Kind.CLOB),
            DataType.of(Kind.NCLOB),
            DataType.of(Kind.BINARY, 16),
            DataType.of(Kind.VARBINARY, 255),
            DataType.of(Kind.LONG_VARBINARY),
            DataType.of(Kind.BLOB),
            DataType.of(Kind.DATE),
            DataType.of(Kind.TIME, 0),
            DataType.of(Kind.TIME, 3),
            DataType.of(Kind.TIME_WITH_TIME_ZONE, 0),
            DataType.of(Kind.TIMESTAMP, 6),
            DataType.of(Kind.TIMESTAMP, 0),
            DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 3),
            DataType.of(Kind.INTERVAL_SECOND),
            DataType.of(Kind.UUID),
            DataType.of(Kind.JSON),
            DataType.of(Kind.XML),
            DataType.of(Kind.INET),
            DataType.array(DataType.of(Kind.VARCHAR, 255)),
            DataType.array(DataType.of(Kind.BIGINT)),
            DataType.enumeration(List.of("b", "it's", "A")),
            DataType.nativeType("integer"));

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void everyType(Family family) throws Exception {
        try (LiveDatabase database = LiveDatabase.of(family)) {
            List<Column> columns = new ArrayList<>();
            for (DataType type : TYPES) {
                if (isSupported(database, type)) {
                    columns.add(new Column(Name.of("c" + columns.size()), type, true, Optional.empty(), false));
                }
            }
            Table table = new Table(
                    QualifiedName.of("t"), columns, Optional.empty(), List.of(), List.of(), List.of(), List.of());
            Schema schema = database.apply(Schema.empty(), List.of(new Operation.CreateTable(table)));
            assertThat(LiveCatalogue.compare(database.connection(), schema, database.dialect()))
                    .isEqualTo(new Verification(List.of(), List.of(), List.of()));
        }
    }

    private static boolean isSupported(LiveDatabase database, DataType type) {
        try {
            return !database.dialect().typeName(type).isEmpty();
        } catch (UnsupportedTypeException unsupported) {
            return false;
        }
    }
}
