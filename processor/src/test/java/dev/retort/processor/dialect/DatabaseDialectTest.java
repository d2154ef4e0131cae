package dev.retort.processor.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseDialectTest {
    private static final DatabaseDialect SQLITE = DatabaseDialect.parse("sqlite");
    private static final DatabaseDialect H2 = DatabaseDialect.parse("h2");

    @ParameterizedTest
    @CsvSource({
        "sqlite, SQLITE, 3.50, 3.50",
        "sqlite:3.35, SQLITE, 3.35, 3.35",
        "h2, H2, 2.4, 2.4",
        "' h2:2.4.240 ', H2, 2.4.240, 2.4.240",
        "h2:3, H2, 3, 3.0",
        "sqlserver, SQLSERVER, 16, 16.0",
        "oracle:19, ORACLE, 19, 19.0"
    })
    void familyAndVersion(String declared, Family family, String version, String hibernate) {
        DatabaseDialect dialect = DatabaseDialect.parse(declared);
        assertThat(dialect.family()).isEqualTo(family);
        assertThat(dialect.version()).isEqualTo(version);
        assertThat(dialect.hibernate().getVersion()).hasToString(hibernate);
        assertThat(dialect).hasToString(family.word());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "informix | dialect \"informix\" is not one that Retort writes SQL for: sqlite, h2, postgresql, mariadb, mysql, sqlserver, oracle",
                "H2 | dialect \"H2\" is not one that Retort writes SQL for: sqlite, h2, postgresql, mariadb, mysql, sqlserver, oracle",
                "'' | dialect \"\" is not one that Retort writes SQL for: sqlite, h2, postgresql, mariadb, mysql, sqlserver, oracle",
                ":2 | dialect \":2\" is not one that Retort writes SQL for: sqlite, h2, postgresql, mariadb, mysql, sqlserver, oracle",
                "h2: | dialect \"h2:\" has no version such as h2:2.4",
                "h2:x | dialect \"h2:x\" has no version such as h2:2.4",
                "h2:2.4.240.1 | dialect \"h2:2.4.240.1\" has no version such as h2:2.4",
                "h2:99999999999 | dialect \"h2:99999999999\" has no version such as h2:2.4",
                "sqlite:-3 | dialect \"sqlite:-3\" has no version such as sqlite:3.50",
                "sqlite:3.34.1 | dialect \"sqlite:3.34.1\" is older than sqlite 3.35, the oldest that Retort writes SQL for",
                "sqlserver:11 | dialect \"sqlserver:11\" is older than sqlserver 12, the oldest that Retort writes SQL for",
                "oracle:18 | dialect \"oracle:18\" is older than oracle 19, the oldest that Retort writes SQL for",
                "h2:1.4.200 | dialect \"h2:1.4.200\" is older than h2 2.1.214, the oldest that Retort writes SQL for"
            })
    void whatIsNoDialect(String declared, String message) {
        assertThatThrownBy(() -> DatabaseDialect.parse(declared))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void namesAreQuotedWhereTheyMustBe() {
        assertThat(H2.quote(Name.of("Users"))).isEqualTo("Users");
        assertThat(H2.quote(Name.of("`Users`"))).isEqualTo("\"Users\"");
        assertThat(H2.quote(Name.of("Order"))).isEqualTo("\"Order\"");
        assertThat(H2.quote(Name.of("top"))).isEqualTo("top");
        assertThat(SQLITE.quote(Name.of("if"))).isEqualTo("\"if\"");
        assertThat(SQLITE.quote(Name.of("user"))).isEqualTo("user");
        assertThat(SQLITE.quote(Name.of("größe"))).isEqualTo("größe");
        assertThat(SQLITE.quote(Name.of("two words"))).isEqualTo("\"two words\"");
        assertThat(H2.quote(QualifiedName.of("billing.`a.b`"))).isEqualTo("billing.\"a.b\"");
        assertThat(H2.quote(Name.listOf(List.of("a", "order")))).isEqualTo("a, \"order\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "sqlserver | Users | Users | users",
                "sqlserver | `Users` | [Users] | users",
                "sqlserver | Order | [Order] | order",
                "sqlserver | tablesample | [tablesample] | tablesample",
                "sqlserver | _x | _x | _x",
                "sqlserver | `a]b` | [a]]b] | a]b",
                "sqlserver | level | level | level",
                "oracle | Users | Users | USERS",
                "oracle | `Users` | \"Users\" | Users",
                "oracle | Level | \"Level\" | Level",
                "oracle | _x | \"_x\" | _x",
                "oracle | größe | größe | GRÖSSE",
                "oracle | tablesample | tablesample | TABLESAMPLE"
            })
    void namesWhereNoServerTellsThem(String word, String written, String quoted, String stored) {
        DatabaseDialect dialect = DatabaseDialect.parse(word);
        assertThat(dialect.quote(Name.of(written))).isEqualTo(quoted);
        assertThat(dialect.stored(Name.of(written))).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users",
                "Users",
                "`Users`",
                "order",
                "`Order`",
                "a$b",
                "_x",
                "two words",
                "größe",
                "`größe`",
                "straße",
                "o\"clock",
                "it's",
                "a`b",
                "1st",
                "`ten % of [x]`",
                "semi;colon",
                "top",
                "groups",
                "oid",
                "cast"
            })
    void aNameGoesToTheCatalogueAndComesBack(String written) throws Exception {
        Name name = Name.of(written);
        assertThat(catalogue(
                        H2,
                        "jdbc:h2:mem:",
                        name,
                        "select table_name, column_name from information_schema.columns"
                                + " where table_schema = 'PUBLIC'"))
                .containsExactly(H2.stored(name), H2.stored(name));
        assertThat(catalogue(
                        SQLITE,
                        "jdbc:sqlite::memory:",
                        name,
                        "select lower(m.name), lower(c.name)" + " from sqlite_master m, pragma_table_xinfo(m.name) c"))
                .containsExactly(SQLITE.stored(name), SQLITE.stored(name));
    }

    private static List<String> catalogue(DatabaseDialect dialect, String url, Name name, String query)
            throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String quoted = dialect.quote(name);
            statement.execute("create table " + quoted + " (" + quoted + " integer)");
            statement.execute("insert into " + quoted + " (" + quoted + ") values (1)");
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return List.of(rows.getString(1), rows.getString(2));
            }
        }
    }

    @Test
    void literals() {
        assertThat(SQLITE.literal(new DefaultValue.Text("it's"))).isEqualTo("'it''s'");
        assertThat(SQLITE.literal(new DefaultValue.Whole(-7))).isEqualTo("-7");
        assertThat(SQLITE.literal(new DefaultValue.Decimal(new BigDecimal("1E+3"))))
                .isEqualTo("1000");
        assertThat(SQLITE.literal(new DefaultValue.Bool(true))).isEqualTo("1");
        assertThat(H2.literal(new DefaultValue.Bool(true))).isEqualTo("true");
        assertThat(H2.literal(new DefaultValue.Expression("current_timestamp"))).isEqualTo("current_timestamp");
    }

    @Test
    void physicalSchemaSpeaksTheDatabasesWords() {
        Column state = Column.of(Name.of("state"), DataType.enumeration(List.of("NEW", "DONE")), false)
                .withDefault(Optional.of(new DefaultValue.Text("NEW")));
        Column id = Column.of(Name.of("id"), DataType.of(Kind.UUID), false);
        Check own = new Check(Optional.of(Name.of("ck_1")), "id is not null", true);
        Table jobs = new Table(
                QualifiedName.of("jobs"),
                List.of(id, state),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(own),
                List.of());
        Sequence sequence = new Sequence(QualifiedName.of("jobs_seq"), 1, 50);
        Schema migrations = Schema.of(List.of(jobs), List.of(sequence));

        Optional<DefaultValue> isNew = Optional.of(new DefaultValue.Expression("'NEW'"));
        assertThat(SQLITE.physical(migrations))
                .isEqualTo(Schema.of(
                        List.of(jobs.withColumns(List.of(
                                        id.withType(DataType.nativeType("blob")),
                                        state.withType(DataType.nativeType("varchar(255)"))
                                                .withDefault(isNew)))
                                .withChecks(
                                        List.of(own, new Check(Optional.empty(), "state in ('NEW','DONE')", false)))),
                        List.of(sequence)));
        assertThat(H2.physical(migrations))
                .isEqualTo(Schema.of(
                        List.of(jobs.withColumns(List.of(
                                id.withType(DataType.nativeType("uuid")),
                                state.withType(DataType.nativeType("enum ('DONE','NEW')"))
                                        .withDefault(isNew)))),
                        List.of(sequence)));
    }

    /** In a process of its own: a log handler holds on to the error stream of its first use. */
    @Test
    void nothingIsPrinted(@TempDir Path directory) throws Exception {
        File out = directory.resolve("out").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Else the JVM may say that another looks at its performance file.
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quiet.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(out).hasContent("done");
        assertThat(process.exitValue()).isZero();
    }

    static final class Quiet {
        public static void main(String[] arguments) {
            for (String word : List.of("sqlite", "h2")) {
                DatabaseDialect dialect = DatabaseDialect.parse(word);
                for (Kind kind : List.of(Kind.UUID, Kind.JSON, Kind.CLOB)) {
                    dialect.typeName(DataType.of(kind));
                }
            }
            System.out.println("done");
        }
    }
}
