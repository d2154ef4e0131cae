package dev.retort.processor.dialect;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import java.util.List;
import java.util.Locale;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.DdlType;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.hibernate.type.spi.TypeConfiguration;

/** Column types in the words of one dialect, as Hibernate would write them in a {@code create table}. */
final class TypeNames {
    private final Family family;
    private final Dialect dialect;
    private final DdlTypeRegistry types;

    TypeNames(Family family, Dialect dialect) {
        this.family = family;
        this.dialect = dialect;
        TypeConfiguration configuration = new TypeConfiguration();
        StandardServiceRegistry services = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(TypeNames.class.getClassLoader())
                        .build())
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("hibernate.dialect", dialect)
                .build();
        try {
            dialect.contribute((TypeContributions) () -> configuration, services);
        } finally {
            StandardServiceRegistryBuilder.destroy(services);
        }
        this.types = configuration.getDdlTypeRegistry();
    }

    String render(DataType type) {
        return switch (type.kind()) {
            case NATIVE -> type.texts().get(0);
            case ENUMERATION -> enumeration(type.texts());
            case ARRAY -> array(type.elements().get(0));
            default -> basic(type);
        };
    }

    private String basic(DataType type) {
        int code = code(type.kind());
        DdlType descriptor = types.getDescriptor(code);
        if (descriptor == null) {
            throw unsupported(type);
        }
        return types.getTypeName(code, size(type), null);
    }

    private static int code(Kind kind) {
        return switch (kind) {
            case BOOL -> SqlTypes.BOOLEAN;
            case TINYINT -> SqlTypes.TINYINT;
            case SMALLINT -> SqlTypes.SMALLINT;
            case INTEGER -> SqlTypes.INTEGER;
            case BIGINT -> SqlTypes.BIGINT;
            case REAL -> SqlTypes.REAL;
            case DOUBLE_PRECISION -> SqlTypes.DOUBLE;
            case FLOATING -> SqlTypes.FLOAT;
            case NUMERIC -> SqlTypes.NUMERIC;
            case CHARACTER -> SqlTypes.CHAR;
            case VARCHAR -> SqlTypes.VARCHAR;
            case NCHAR -> SqlTypes.NCHAR;
            case NVARCHAR -> SqlTypes.NVARCHAR;
            case TEXT -> SqlTypes.LONG32VARCHAR;
            case NTEXT -> SqlTypes.LONG32NVARCHAR;
            case CLOB -> SqlTypes.CLOB;
            case NCLOB -> SqlTypes.NCLOB;
            case BINARY -> SqlTypes.BINARY;
            case VARBINARY -> SqlTypes.VARBINARY;
            case LONG_VARBINARY -> SqlTypes.LONG32VARBINARY;
            case BLOB -> SqlTypes.BLOB;
            case DATE -> SqlTypes.DATE;
            case TIME -> SqlTypes.TIME;
            case TIME_WITH_TIME_ZONE -> SqlTypes.TIME_WITH_TIMEZONE;
            case TIMESTAMP -> SqlTypes.TIMESTAMP;
            case TIMESTAMP_WITH_TIME_ZONE -> SqlTypes.TIMESTAMP_WITH_TIMEZONE;
            case INTERVAL_SECOND -> SqlTypes.INTERVAL_SECOND;
            case UUID -> SqlTypes.UUID;
            case JSON -> SqlTypes.JSON;
            case XML -> SqlTypes.SQLXML;
            case INET -> SqlTypes.INET;
            case ARRAY -> SqlTypes.ARRAY;
            case ENUMERATION -> SqlTypes.ENUM;
            case NATIVE -> SqlTypes.OTHER;
        };
    }

    private Size size(DataType type) {
        List<Integer> parameters = type.parameters();
        return switch (type.kind()) {
            case NUMERIC -> Size.precision(parameters.get(0), parameters.get(1));
            case FLOATING, TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
                Size.precision(parameters.get(0));
            case CHARACTER, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY -> Size.length(parameters.get(0));
            case DOUBLE_PRECISION -> Size.precision(dialect.getDoublePrecision());
            case REAL -> Size.precision(dialect.getFloatPrecision());
            case INTERVAL_SECOND ->
                Size.precision(dialect.getDefaultIntervalSecondScale(), dialect.getDefaultIntervalSecondScale());
            default -> Size.length(Size.DEFAULT_LENGTH);
        };
    }

    private String enumeration(List<String> labels) {
        if (family.hasInlineEnumerations()) {
            return dialect.getEnumTypeDeclaration("", labels.stream().sorted().toArray(String[]::new));
        }
        return types.getTypeName(SqlTypes.VARCHAR, Size.length(Size.DEFAULT_LENGTH), null);
    }

    private String array(DataType element) {
        if (!dialect.supportsStandardArrays()) {
            throw unsupported(DataType.array(element));
        }
        return dialect.getArrayTypeName(null, render(element), null);
    }

    private UnsupportedTypeException unsupported(DataType type) {
        return new UnsupportedTypeException(family.name().toLowerCase(Locale.ROOT) + " has no type for " + type);
    }
}
