package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.mapping.Column;
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
        Size size = column.getColumnSize(dialect.hibernate(), metadata);
        return guesses(mapping, size).filter(type -> writes(type, sql)).findFirst();
    }

    private Stream<DataType> guesses(JdbcMapping mapping, Size size) {
        int ddlCode = mapping.getJdbcType().getDdlTypeCode();
        int code = mapping.getJdbcType().getDefaultSqlTypeCode();
        return Stream.concat(
                mapping instanceof BasicPluralType<?, ?> plural
                        ? guesses(plural.getElementType(), size).map(DataType::array)
                        : Stream.empty(),
                Stream.concat(guesses(ddlCode, size), guesses(code, size)));
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
            case SqlTypes.VARCHAR -> sized(Kind.VARCHAR, size.getLength());
            case SqlTypes.NCHAR -> sized(Kind.NCHAR, size.getLength());
            case SqlTypes.NVARCHAR -> sized(Kind.NVARCHAR, size.getLength());
            case SqlTypes.LONGVARCHAR, SqlTypes.LONG32VARCHAR -> Stream.of(DataType.of(Kind.TEXT));
            case SqlTypes.LONGNVARCHAR, SqlTypes.LONG32NVARCHAR -> Stream.of(DataType.of(Kind.NTEXT));
            case SqlTypes.CLOB, SqlTypes.MATERIALIZED_CLOB -> Stream.of(DataType.of(Kind.CLOB));
            case SqlTypes.NCLOB, SqlTypes.MATERIALIZED_NCLOB -> Stream.of(DataType.of(Kind.NCLOB));
            case SqlTypes.BINARY -> sized(Kind.BINARY, size.getLength());
            case SqlTypes.VARBINARY -> sized(Kind.VARBINARY, size.getLength());
            case SqlTypes.LONGVARBINARY, SqlTypes.LONG32VARBINARY -> Stream.of(DataType.of(Kind.LONG_VARBINARY));
            case SqlTypes.BLOB, SqlTypes.MATERIALIZED_BLOB -> Stream.of(DataType.of(Kind.BLOB));
            case SqlTypes.DATE -> Stream.of(DataType.of(Kind.DATE));
            case SqlTypes.TIME -> timed(Kind.TIME, size);
            case SqlTypes.TIME_WITH_TIMEZONE, SqlTypes.TIME_UTC -> timed(Kind.TIME_WITH_TIME_ZONE, size);
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
