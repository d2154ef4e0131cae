package dev.retort.processor.schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column type.
 *
 * @param kind what it holds
 * @param parameters length, or precision and scale; empty where the type has none or the dialect's default holds
 * @param texts the labels of an enumeration, the text of a native type
 * @param elements the element type of an array
 */
public record DataType(Kind kind, List<Integer> parameters, List<String> texts, List<DataType> elements) {

    /** One for each method of {@code dev.retort.op.SqlTypes}, under the same name. */
    public enum Kind {
        BOOL("bool"),
        TINYINT("tinyint"),
        SMALLINT("smallint"),
        INTEGER("integer"),
        BIGINT("bigint"),
        REAL("real"),
        DOUBLE_PRECISION("doublePrecision"),
        FLOATING("floating"),
        NUMERIC("numeric"),
        CHARACTER("character"),
        VARCHAR("varchar"),
        NCHAR("nchar"),
        NVARCHAR("nvarchar"),
        TEXT("text"),
        NTEXT("ntext"),
        CLOB("clob"),
        NCLOB("nclob"),
        BINARY("binary"),
        VARBINARY("varbinary"),
        LONG_VARBINARY("longVarbinary"),
        BLOB("blob"),
        DATE("date"),
        TIME("time"),
        TIME_WITH_TIME_ZONE("timeWithTimeZone"),
        TIMESTAMP("timestamp"),
        TIMESTAMP_WITH_TIME_ZONE("timestampWithTimeZone"),
        INTERVAL_SECOND("intervalSecond"),
        UUID("uuid"),
        JSON("json"),
        XML("xml"),
        INET("inet"),
        ARRAY("array"),
        ENUMERATION("enumeration"),
        NATIVE("nativeType");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        /** The method of {@code SqlTypes} that makes it. */
        public String method() {
            return method;
        }

        /** @throws IllegalArgumentException for a name that is no method of {@code SqlTypes} */
        public static Kind ofMethod(String method) {
            return Stream.of(values())
                    .filter(kind -> kind.method.equals(method))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no type is named " + method));
        }
    }

    public DataType {
        parameters = List.copyOf(parameters);
        texts = List.copyOf(texts);
        elements = List.copyOf(elements);
    }

    public static DataType of(Kind kind, Integer... parameters) {
        return new DataType(kind, List.of(parameters), List.of(), List.of());
    }

    public static DataType nativeType(String sql) {
        return new DataType(Kind.NATIVE, List.of(), List.of(sql), List.of());
    }

    public static DataType enumeration(List<String> labels) {
        return new DataType(Kind.ENUMERATION, List.of(), labels, List.of());
    }

    public static DataType array(DataType element) {
        return new DataType(Kind.ARRAY, List.of(), List.of(), List.of(element));
    }

    /** As a migration would write it, with {@code SqlTypes} imported statically. */
    @Override
    public String toString() {
        return Stream.of(
                        parameters.stream().map(String::valueOf),
                        texts.stream().map(JavaText::literal),
                        elements.stream().map(DataType::toString))
                .flatMap(part -> part)
                .collect(Collectors.joining(", ", kind.method() + "(", ")"));
    }

    /** For messages that do not show code: {@code bigint}, {@code varchar(255)}, a native type in the database's words. */
    public String describe() {
        if (kind == Kind.NATIVE) {
            return texts.get(0).toLowerCase(Locale.ROOT);
        }
        return parameters.isEmpty() && texts.isEmpty() && elements.isEmpty() ? kind.method() : toString();
    }
}
