package dev.retort.processor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What Hibernate itself creates for properties is what the types that stand for them are called. */
class HibernateTypesTest {

    /** Properties named after the type they lead to, but for what follows an underscore. */
    private static final Map<String, DataType> EXPECTED = expected();

    private static Map<String, DataType> expected() {
        Map<String, DataType> types = new LinkedHashMap<>();
        types.put("boolean_", DataType.of(Kind.BOOL));
        types.put("byte_", DataType.of(Kind.TINYINT));
        types.put("short_", DataType.of(Kind.SMALLINT));
        types.put("int_", DataType.of(Kind.INTEGER));
        types.put("long_", DataType.of(Kind.BIGINT));
        types.put("float_", DataType.of(Kind.FLOATING, 24));
        types.put("double_", DataType.of(Kind.DOUBLE_PRECISION));
        types.put("doubleAsDouble", DataType.of(Kind.DOUBLE_PRECISION));
        types.put("floatAsReal", DataType.of(Kind.REAL));
        types.put("decimal", DataType.of(Kind.NUMERIC, 19, 2));
        types.put("char_", DataType.of(Kind.CHARACTER, 1));
        types.put("text32", DataType.of(Kind.VARCHAR, 32));
        types.put("longText", DataType.of(Kind.VARCHAR, 2_000_000));
        types.put("lobText", DataType.of(Kind.CLOB));
        types.put("endlessText", DataType.of(Kind.TEXT));
        types.put("nationalText", DataType.of(Kind.NVARCHAR, 255));
        types.put("nationalChar", DataType.of(Kind.NCHAR, 1));
        types.put("nationalLob", DataType.of(Kind.NCLOB));
        types.put("endlessNationalText", DataType.of(Kind.NTEXT));
        types.put("bytes", DataType.of(Kind.VARBINARY, 255));
        types.put("lobBytes", DataType.of(Kind.BLOB));
        types.put("endlessBytes", DataType.of(Kind.LONG_VARBINARY));
        types.put("fixedBytes", DataType.of(Kind.BINARY, 16));
        types.put("localDate", DataType.of(Kind.DATE));
        types.put("localTime", DataType.of(Kind.TIME, 0));
        types.put("localDateTime", DataType.of(Kind.TIMESTAMP, 6));
        types.put("milliseconds", DataType.of(Kind.TIMESTAMP, 3));
        types.put("instant", DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 6));
        types.put("offsetDateTime", DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 6));
        types.put("zonedDateTime", DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 6));
        types.put("offsetTime", DataType.of(Kind.TIME_WITH_TIME_ZONE, 0));
        types.put("uuid", DataType.of(Kind.UUID));
        types.put("duration", DataType.of(Kind.NUMERIC, 21, 0));
        types.put("colorName", DataType.enumeration(List.of("RED", "BLUE", "ABLE")));
        types.put("colorNumber", DataType.of(Kind.TINYINT));
        types.put("json", DataType.of(Kind.JSON));
        types.put("xml", DataType.of(Kind.XML));
        types.put("inet", DataType.of(Kind.INET));
        types.put("ints", DataType.array(DataType.of(Kind.INTEGER)));
        types.put("strings", DataType.array(DataType.of(Kind.VARCHAR, 255)));
        return types;
    }

    enum Color {
        RED,
        BLUE,
        ABLE
    }

    @Entity
    @Table(name = "t")
    static class Everything {
        @Id
        String id;

        boolean boolean_;
        byte byte_;
        short short_;
        int int_;
        long long_;
        float float_;
        double double_;

        @JdbcTypeCode(SqlTypes.DOUBLE)
        double doubleAsDouble;

        @JdbcTypeCode(SqlTypes.REAL)
        float floatAsReal;

        @Column(precision = 19, scale = 2)
        BigDecimal decimal;

        char char_;

        @Column(length = 32)
        String text32;

        @Column(length = 2_000_000)
        String longText;

        @Lob
        String lobText;

        @Column(length = Length.LONG32)
        String endlessText;

        @Nationalized
        String nationalText;

        @Nationalized
        char nationalChar;

        @Nationalized
        @Lob
        String nationalLob;

        @Nationalized
        @Column(length = Length.LONG32)
        String endlessNationalText;

        byte[] bytes;

        @Lob
        byte[] lobBytes;

        @Column(length = Length.LONG32)
        byte[] endlessBytes;

        @JdbcTypeCode(SqlTypes.BINARY)
        @Column(length = 16)
        byte[] fixedBytes;

        LocalDate localDate;
        LocalTime localTime;
        LocalDateTime localDateTime;

        @Column(secondPrecision = 3)
        LocalDateTime milliseconds;

        Instant instant;
        OffsetDateTime offsetDateTime;
        ZonedDateTime zonedDateTime;
        OffsetTime offsetTime;
        UUID uuid;
        Duration duration;

        @Enumerated(EnumType.STRING)
        Color colorName;

        @Enumerated(EnumType.ORDINAL)
        Color colorNumber;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;

        @JdbcTypeCode(SqlTypes.SQLXML)
        Map<String, String> xml;

        @JdbcTypeCode(SqlTypes.INET)
        InetAddress inet;

        int[] ints;
        List<String> strings;
    }

    @Entity
    @Table(name = "t")
    static class Interval {
        @Id
        String id;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration interval;
    }

    @Test
    void sqlite() {
        DatabaseDialect dialect = DatabaseDialect.parse("sqlite");
        assertThat(created(dialect, Everything.class)).isEqualTo(named(dialect));
    }

    @Test
    void h2() {
        DatabaseDialect dialect = DatabaseDialect.parse("h2");
        assertThat(created(dialect, Everything.class)).isEqualTo(named(dialect));
        assertThat(created(dialect, Interval.class))
                .containsEntry("interval", dialect.typeName(DataType.of(Kind.INTERVAL_SECOND)));
    }

    private static Map<String, String> named(DatabaseDialect dialect) {
        Map<String, String> names = new TreeMap<>();
        names.put("id", "varchar(255)");
        EXPECTED.forEach((property, type) -> names.put(property, dialect.typeName(type)));
        return names;
    }

    /** The types in the {@code create table} that {@code hbm2ddl} writes through a session factory. */
    private static Map<String, String> created(DatabaseDialect dialect, Class<?> entity) {
        StringWriter script = new StringWriter();
        StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting("hibernate.dialect", dialect.hibernate())
                // A provider is on the class path, but not the expression language that it wants.
                .applySetting("jakarta.persistence.validation.mode", "none")
                .applySetting("jakarta.persistence.schema-generation.scripts.action", "create")
                .applySetting("jakarta.persistence.schema-generation.scripts.create-target", script)
                .build();
        try {
            new MetadataSources(services)
                    .addAnnotatedClass(entity)
                    .buildMetadata()
                    .buildSessionFactory()
                    .close();
        } finally {
            StandardServiceRegistryBuilder.destroy(services);
        }
        String body = script.toString();
        Map<String, String> types = new TreeMap<>();
        for (String part : parts(body.substring(body.indexOf('(') + 1, body.lastIndexOf(", primary key")))) {
            int space = part.indexOf(' ');
            types.put(part.substring(0, space), part.substring(space + 1).replaceAll(" check .*| not null", ""));
        }
        return types;
    }

    private static List<String> parts(String columns) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < columns.length(); i++) {
            char c = columns.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(columns.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(columns.substring(start).strip());
        return parts;
    }
}
