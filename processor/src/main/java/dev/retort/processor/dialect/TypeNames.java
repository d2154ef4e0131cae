package dev.retort.processor.dialect;

import dev.retort.processor.schema.DataType;
import java.util.List;
import org.hibernate.Length;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.NationalizationSupport;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Column types in the words of one dialect: for each type what Hibernate writes for the property that
 * {@code dev.retort.op.SqlTypes} says it stands for.
 */
final class TypeNames {
    private static final int UUID_BYTES = 16;

    /** {@code InetAddressJavaType.getDefaultSqlLength}: the bytes that it takes at most. */
    private static final int INET_BYTES = 19;

    /** {@code DurationJavaType.getDefaultSqlPrecision}. */
    private static final int INTERVAL_DIGITS = 18;

    private final Family family;
    private final Dialect dialect;
    private final DdlTypeRegistry types;

    TypeNames(Family family, Dialect dialect) {
        this.family = family;
        this.dialect = dialect;
        TypeConfiguration configuration = new TypeConfiguration();
        // A standard registry costs more than its bootstrap; only Oracle's dialect asks for what is in it.
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new SingleLoader(TypeNames.class.getClassLoader()))
                .build();
        try {
            if (family == Family.ORACLE) {
                StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap)
                        .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                        .applySetting("hibernate.dialect", dialect)
                        .build();
                dialect.contribute((TypeContributions) () -> configuration, services);
                StandardServiceRegistryBuilder.destroy(services);
            } else {
                dialect.contribute((TypeContributions) () -> configuration, bootstrap);
            }
        } finally {
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
        this.types = configuration.getDdlTypeRegistry();
    }

    String render(DataType type) {
        return switch (type.kind()) {
            case NATIVE -> type.texts().get(0);
            case ENUMERATION -> enumeration(type.texts());
            case ARRAY -> array(type.elements().get(0));
            default -> {
                Coded coded = coded(type);
                if (types.getDescriptor(coded.code) == null) {
                    throw new UnsupportedTypeException(family.word() + " has no type for " + type);
                }
                yield name(coded.code, coded.size);
            }
        };
    }

    /** A type in Hibernate's terms. */
    private record Coded(int code, Size size) {
        static Coded plain(int code) {
            return new Coded(code, Size.nil());
        }

        static Coded length(int code, int length) {
            return new Coded(code, Size.length(length));
        }

        Coded or(Coded substitute, DdlTypeRegistry types) {
            return types.getDescriptor(code) == null ? substitute : this;
        }

        static Coded precision(int code, int precision) {
            return new Coded(code, Size.precision(precision));
        }
    }

    private Coded coded(DataType type) {
        return switch (type.kind()) {
            case BOOL ->
                Coded.plain(dialect.getPreferredSqlTypeCodeForBoolean()).or(Coded.plain(SqlTypes.BOOLEAN), types);
            case TINYINT -> Coded.plain(SqlTypes.TINYINT);
            case SMALLINT -> Coded.plain(SqlTypes.SMALLINT);
            case INTEGER -> Coded.plain(SqlTypes.INTEGER);
            case BIGINT -> Coded.plain(SqlTypes.BIGINT);
            case REAL -> Coded.precision(SqlTypes.REAL, dialect.getFloatPrecision());
            // As DoubleJdbcType.getDdlTypeCode has it: a double property is a float(53).
            case DOUBLE_PRECISION -> Coded.precision(SqlTypes.FLOAT, dialect.getDoublePrecision());
            case FLOATING -> Coded.precision(SqlTypes.FLOAT, parameter(type));
            case NUMERIC ->
                new Coded(
                        SqlTypes.NUMERIC,
                        Size.precision(parameter(type), type.parameters().get(1)));
            case CHARACTER -> Coded.length(SqlTypes.CHAR, parameter(type));
            case VARCHAR -> Coded.length(SqlTypes.VARCHAR, parameter(type));
            case NCHAR -> Coded.length(national(SqlTypes.NCHAR, SqlTypes.CHAR), parameter(type));
            case NVARCHAR -> Coded.length(national(SqlTypes.NVARCHAR, SqlTypes.VARCHAR), parameter(type));
            // The length decides, not LONG32VARCHAR: on SQLite the one is a varchar, the other a clob.
            case TEXT -> Coded.length(SqlTypes.VARCHAR, Length.LONG32);
            case NTEXT -> Coded.length(national(SqlTypes.NVARCHAR, SqlTypes.VARCHAR), Length.LONG32);
            case LONG_VARBINARY -> Coded.length(SqlTypes.VARBINARY, Length.LONG32);
            case CLOB -> Coded.length(SqlTypes.CLOB, Length.DEFAULT);
            case NCLOB -> Coded.length(national(SqlTypes.NCLOB, SqlTypes.CLOB), Length.DEFAULT);
            case BLOB -> Coded.length(SqlTypes.BLOB, Length.DEFAULT);
            case BINARY -> Coded.length(SqlTypes.BINARY, parameter(type));
            case VARBINARY -> Coded.length(SqlTypes.VARBINARY, parameter(type));
            case DATE -> Coded.plain(SqlTypes.DATE);
            case TIME -> Coded.precision(SqlTypes.TIME, parameter(type));
            // The codes of an Instant; those with a time zone differ where a database keeps none (MySQL, SQLite).
            case TIME_WITH_TIME_ZONE -> Coded.precision(SqlTypes.TIME_UTC, parameter(type));
            case TIMESTAMP -> Coded.precision(SqlTypes.TIMESTAMP, parameter(type));
            case TIMESTAMP_WITH_TIME_ZONE -> Coded.precision(SqlTypes.TIMESTAMP_UTC, parameter(type));
            case INTERVAL_SECOND ->
                new Coded(
                        SqlTypes.INTERVAL_SECOND,
                        Size.precision(INTERVAL_DIGITS, dialect.getDefaultIntervalSecondScale()));
            // What stands in where a database has no such type: MetadataBuildingProcess.handleTypes.
            case UUID -> Coded.plain(SqlTypes.UUID).or(Coded.length(SqlTypes.BINARY, UUID_BYTES), types);
            case JSON -> Coded.plain(SqlTypes.JSON).or(Coded.plain(SqlTypes.LONG32VARCHAR), types);
            case XML -> Coded.plain(SqlTypes.SQLXML).or(Coded.plain(SqlTypes.LONG32VARCHAR), types);
            case INET -> Coded.plain(SqlTypes.INET).or(Coded.length(SqlTypes.VARBINARY, INET_BYTES), types);
            case ARRAY, ENUMERATION, NATIVE -> throw new IllegalArgumentException(type + " has no code of its own");
        };
    }

    private static int parameter(DataType type) {
        return type.parameters().get(0);
    }

    /** {@code @Nationalized} changes nothing where every character type holds all characters. */
    private int national(int national, int common) {
        return dialect.getNationalizationSupport() == NationalizationSupport.EXPLICIT ? national : common;
    }

    private String name(int code, Size size) {
        return types.getTypeName(code, size, null);
    }

    private String enumeration(List<String> labels) {
        return family.hasInlineEnumerations()
                ? dialect.getEnumTypeDeclaration(
                        "", inQuotes(labels.stream().sorted().toList()))
                : name(SqlTypes.VARCHAR, Size.length(Length.DEFAULT));
    }

    /** Labels with their quotes doubled. Hibernate sorts those of an enumeration type, but not those of a check. */
    static String[] inQuotes(List<String> labels) {
        return labels.stream().map(label -> label.replace("'", "''")).toArray(String[]::new);
    }

    private String array(DataType element) {
        return switch (dialect.getPreferredSqlTypeCodeForArray()) {
            case SqlTypes.ARRAY -> dialect.getArrayTypeName(null, render(element), null);
            // Hibernate stores the elements serialized.
            case SqlTypes.VARBINARY -> name(SqlTypes.VARBINARY, Size.length(Length.DEFAULT));
            default ->
                throw new UnsupportedTypeException(family.word() + " has no type for " + DataType.array(element));
        };
    }
}
