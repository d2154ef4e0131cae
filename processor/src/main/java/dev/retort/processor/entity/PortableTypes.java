package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Name;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Length;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.EnumJavaType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type of ours that a dialect writes in the words of a column's native type. Guesses from Hibernate's type
 * code, and believes a guess only if the dialect gives the native words back.
 */
final class PortableTypes {
    private final Metadata metadata;
    private final DatabaseDialect dialect;

    PortableTypes(Metadata metadata, DatabaseDialect dialect) {
        this.metadata = metadata;
        this.dialect = dialect;
    }

    /** @param checks of the column's table */
    Optional<DataType> find(Column column, List<Check> checks) {
        String sql = column.getSqlType(metadata);
        JdbcMapping mapping = column.getValue().getSelectableType(metadata, column.getTypeIndex());
        Optional<DataType> enumeration =
                enumeration(mapping).filter(type -> isEnumeration(type, sql, HibernateNames.of(column), checks));
        if (enumeration.isPresent()) {
            return enumeration;
        }
        return guesses(column, mapping).filter(type -> writes(type, sql)).findFirst();
    }

    /** The likeliest first: what the property is says more than the code that stands in for it in this dialect. */
    private Stream<DataType> guesses(Column column, JdbcMapping mapping) {
        Size size = size(column, mapping);
        return Stream.of(
                        mapping instanceof BasicPluralType<?, ?> plural
                                ? guesses(column, plural.getElementType()).map(DataType::array)
                                : Stream.<DataType>empty(),
                        guesses(mapping.getJavaTypeDescriptor().getJavaTypeClass()),
                        declared(column, mapping),
                        guesses(mapping.getJdbcType().getDdlTypeCode(), size),
                        guesses(mapping.getJdbcType().getDefaultSqlTypeCode(), size))
                .flatMap(some -> some);
    }

    /** An array's element has the size that the column was declared with. */
    private Size size(Column column, JdbcMapping mapping) {
        return mapping.equals(column.getValue().getSelectableType(metadata, column.getTypeIndex()))
                ? column.getColumnSize(dialect.hibernate(), metadata)
                : dialect.hibernate()
                        .getSizeStrategy()
                        .resolveSize(
                                mapping.getJdbcType(),
                                mapping.getJdbcJavaType(),
                                column.getPrecision(),
                                column.getScale(),
                                column.getLength());
    }

    /** SQLite has one type for bytes of more than 255 and for those declared {@code @Lob}. */
    private static Stream<DataType> declared(Column column, JdbcMapping mapping) {
        return mapping.getJavaTypeDescriptor().getJavaTypeClass() == byte[].class
                        && column.getValue() instanceof SimpleValue value
                        && !value.isLob()
                ? sized(Kind.VARBINARY, column.getLength())
                : Stream.empty();
    }

    private static Stream<DataType> guesses(Class<?> java) {
        if (java == UUID.class) {
            return Stream.of(DataType.of(Kind.UUID));
        }
        return java == InetAddress.class ? Stream.of(DataType.of(Kind.INET)) : Stream.empty();
    }

    private static Stream<DataType> guesses(int code, Size size) {
        return switch (code) {
            case SqlTypes.BOOLEAN, SqlTypes.BIT -> Stream.of(DataType.of(Kind.BOOL));
            case SqlTypes.TINYINT -> Stream.of(DataType.of(Kind.TINYINT));
            case SqlTypes.SMALLINT -> Stream.of(DataType.of(Kind.SMALLINT));
            case SqlTypes.INTEGER -> Stream.of(DataType.of(Kind.INTEGER));
            case SqlTypes.BIGINT -> Stream.of(DataType.of(Kind.BIGINT));
            case SqlTypes.REAL, SqlTypes.FLOAT, SqlTypes.DOUBLE -> floating(size);
            case SqlTypes.NUMERIC, SqlTypes.DECIMAL -> numeric(size);
            case SqlTypes.INTERVAL_SECOND, SqlTypes.DURATION ->
                Stream.concat(Stream.of(DataType.of(Kind.INTERVAL_SECOND)), numeric(size));
            case SqlTypes.CHAR -> sized(Kind.CHARACTER, size.getLength());
            case SqlTypes.VARCHAR -> sized(Kind.VARCHAR, Kind.TEXT, size);
            case SqlTypes.NCHAR -> sized(Kind.NCHAR, size.getLength());
            case SqlTypes.NVARCHAR -> sized(Kind.NVARCHAR, Kind.NTEXT, size);
            // Asked for by these codes, SQLite has a clob of both; newer versions of Hibernate give the code of that.
            case SqlTypes.LONGVARCHAR, SqlTypes.LONG32VARCHAR ->
                Stream.of(Kind.TEXT, Kind.CLOB).map(DataType::of);
            case SqlTypes.LONGNVARCHAR, SqlTypes.LONG32NVARCHAR ->
                Stream.of(Kind.NTEXT, Kind.NCLOB).map(DataType::of);
            case SqlTypes.CLOB, SqlTypes.MATERIALIZED_CLOB -> Stream.of(DataType.of(Kind.CLOB));
            case SqlTypes.NCLOB, SqlTypes.MATERIALIZED_NCLOB -> Stream.of(DataType.of(Kind.NCLOB));
            case SqlTypes.BINARY -> sized(Kind.BINARY, size.getLength());
            case SqlTypes.VARBINARY -> sized(Kind.VARBINARY, Kind.LONG_VARBINARY, size);
            case SqlTypes.LONGVARBINARY, SqlTypes.LONG32VARBINARY -> Stream.of(DataType.of(Kind.LONG_VARBINARY));
            case SqlTypes.BLOB, SqlTypes.MATERIALIZED_BLOB -> Stream.of(DataType.of(Kind.BLOB));
            case SqlTypes.DATE -> Stream.of(DataType.of(Kind.DATE));
            case SqlTypes.TIME -> timed(Kind.TIME, size);
            case SqlTypes.TIME_WITH_TIMEZONE, SqlTypes.TIME_UTC ->
                Stream.concat(timed(Kind.TIME_WITH_TIME_ZONE, size), timed(Kind.TIME, size));
            case SqlTypes.TIMESTAMP -> timed(Kind.TIMESTAMP, size);
            case SqlTypes.TIMESTAMP_WITH_TIMEZONE, SqlTypes.TIMESTAMP_UTC -> timed(Kind.TIMESTAMP_WITH_TIME_ZONE, size);
            case SqlTypes.UUID -> Stream.of(DataType.of(Kind.UUID));
            case SqlTypes.JSON -> Stream.of(DataType.of(Kind.JSON));
            case SqlTypes.SQLXML -> Stream.of(DataType.of(Kind.XML));
            case SqlTypes.INET -> Stream.of(DataType.of(Kind.INET));
            default -> Stream.empty();
        };
    }

    /** Whether 24 or 53 bits were meant, Hibernate tells by the precision. */
    private static Stream<DataType> floating(Size size) {
        List<DataType> guesses = new ArrayList<>(
                List.of(DataType.of(Kind.DOUBLE_PRECISION), DataType.of(Kind.FLOATING, 53), DataType.of(Kind.REAL)));
        Integer precision = size.getPrecision();
        if (precision != null && precision >= 1 && precision <= 53) {
            guesses.add(precision <= 24 ? 0 : guesses.size(), DataType.of(Kind.FLOATING, precision));
        }
        return guesses.stream();
    }

    private static Stream<DataType> numeric(Size size) {
        Integer precision = size.getPrecision();
        int scale = size.getScale() == null ? 0 : size.getScale();
        return precision == null || precision < 1 || scale < 0 || scale > precision
                ? Stream.empty()
                : Stream.of(DataType.of(Kind.NUMERIC, precision, scale));
    }

    private static Stream<DataType> timed(Kind kind, Size size) {
        return size.getPrecision() == null ? Stream.empty() : Stream.of(DataType.of(kind, size.getPrecision()));
    }

    private static Stream<DataType> sized(Kind kind, Kind unlimited, Size size) {
        Long length = size.getLength();
        return length != null && length >= Length.LONG32 ? Stream.of(DataType.of(unlimited)) : sized(kind, length);
    }

    private static Stream<DataType> sized(Kind kind, @Nullable Long length) {
        return length == null || length < 1 || length > Integer.MAX_VALUE
                ? Stream.empty()
                : Stream.of(DataType.of(kind, length.intValue()));
    }

    /** The constants' names, which is what the database holds unless a converter says otherwise: that is seen later. */
    private static Optional<DataType> enumeration(JdbcMapping mapping) {
        return mapping.getJavaTypeDescriptor() instanceof EnumJavaType<?> java
                ? Optional.of(
                        DataType.enumeration(Stream.of(java.getJavaTypeClass().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .toList()))
                : Optional.empty();
    }

    private boolean isEnumeration(DataType type, String sql, Name column, List<Check> checks) {
        return writes(type, sql)
                && dialect.typeCondition(column, type)
                        .map(condition -> checks.stream().map(Check::condition).anyMatch(condition::equals))
                        .orElse(true);
    }

    private boolean writes(DataType type, String sql) {
        try {
            return dialect.typeName(type).equals(sql);
        } catch (UnsupportedTypeException none) {
            return false;
        }
    }
}
