package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.processor.finding.FindingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code @SuppressWarnings("retort:<Id>")} with every id that may be silenced, at every place where it may stand. */
class SuppressionTest {
    private static final Pattern ID = Pattern.compile("\\[(\\w+)] .*", Pattern.DOTALL);
    private static final String CLASS = "/*class*/";
    private static final String PROPERTY = "/*property*/";
    private static final String MIGRATION = "/*migration*/";
    private static final String USERS = "t.column(\"id\", bigint()); t.column(\"name\", varchar(255));";
    private static final String KEY = "t.primaryKey(\"id\");";

    /**
     * A compilation that draws one finding.
     *
     * @param entities with a place for the annotation at each class and property that it may stand at
     * @param columns of table {@code users}
     * @param more statements behind its creation
     */
    record Drawn(FindingId id, String what, String entities, String columns, String more) {
        @Override
        public String toString() {
            return id + ", " + what;
        }

        List<String> sources() {
            return List.of("""
                    @dev.retort.MigrationEnvironment(dialects = "h2")
                    package app;
                    """, """
                    package app;
                    import jakarta.persistence.*;
                    class Model {}
                    %s
                    """.formatted(entities), """
                    package app;
                    import static dev.retort.op.SqlTypes.*;
                    import dev.retort.*;
                    import dev.retort.op.*;
                    %s @Migration(revision = "m1")
                    final class First implements SchemaMigration {
                        @Override public void upgrade(Operations op) {
                            op.createTable("users", t -> { %s });
                            %s
                        }
                    }
                    """.formatted(MIGRATION, columns, more));
        }

        List<String> places() {
            return Stream.of(CLASS, PROPERTY, MIGRATION)
                    .filter(place -> (entities + (isOfMigration() ? MIGRATION : "")).contains(place))
                    .toList();
        }

        /** What a property causes is not silenced by a migration. */
        private boolean isOfMigration() {
            return !entities.contains(CLASS) && !entities.contains(PROPERTY);
        }
    }

    private static Drawn model(FindingId id, String entities, String columns, String more) {
        return new Drawn(id, "of the model", entities, columns, more);
    }

    private static Drawn property(FindingId id, String property) {
        return model(id, user(PROPERTY + " " + property), USERS + KEY, "");
    }

    private static Drawn migration(FindingId id, String columns, String more) {
        return new Drawn(
                id,
                "of a migration",
                "@Entity @Table(name = \"users\") class User { @Id Long id; String name; }",
                columns,
                more);
    }

    private static String user(String properties) {
        return CLASS + " @Entity @Table(name = \"users\") class User { @Id Long id; " + properties + " }\n";
    }

    static List<Drawn> drawn() {
        return List.of(
                model(
                        FindingId.TableDrift,
                        "@Entity @Table(name = \"users\") class User { @Id Long id; String name; }\n" + CLASS
                                + " @Entity @Table(name = \"teams\") class Team { @Id Long id; }",
                        USERS + KEY,
                        ""),
                migration(
                        FindingId.TableDrift,
                        USERS + KEY,
                        "op.createTable(\"teams\", t -> { t.column(\"id\", bigint()); t.primaryKey(\"id\"); });"),
                model(FindingId.ColumnDrift, user("String name; " + PROPERTY + " String phone;"), USERS + KEY, ""),
                migration(FindingId.ColumnDrift, USERS + "t.column(\"phone\", varchar(255));" + KEY, ""),
                property(FindingId.TypeDrift, "@Column(length = 100) String name;"),
                property(FindingId.NullabilityDrift, "@Column(nullable = false) String name;"),
                property(FindingId.DefaultDrift, "@org.hibernate.annotations.ColumnDefault(\"'none'\") String name;"),
                model(
                        FindingId.PrimaryKeyDrift,
                        CLASS + " @Entity @Table(name = \"users\") class User { " + PROPERTY
                                + " @Id Long id; String name; }",
                        "t.column(\"id\", bigint()).notNull(); t.column(\"name\", varchar(255));",
                        ""),
                property(FindingId.UniqueDrift, "@Column(unique = true) String name;"),
                model(
                        FindingId.UniqueDrift,
                        CLASS + " @Entity @Table(name = \"users\", uniqueConstraints ="
                                + " @UniqueConstraint(columnNames = {\"id\", \"name\"}))"
                                + " class User { @Id Long id; String name; }",
                        USERS + KEY,
                        ""),
                migration(FindingId.UniqueDrift, USERS + KEY, "op.addUnique(\"uk\", \"users\", \"name\");"),
                model(
                        FindingId.IndexDrift,
                        CLASS + " @Entity @Table(name = \"users\", indexes = @Index(columnList = \"name\"))"
                                + " class User { @Id Long id; String name; }",
                        USERS + KEY,
                        ""),
                migration(FindingId.IndexDrift, USERS + KEY, "op.createIndex(\"ix\", \"users\", \"name\");"),
                model(
                        FindingId.ForeignKeyDrift,
                        user("String name; " + PROPERTY + " @ManyToOne User boss;"),
                        USERS + "t.column(\"boss_id\", bigint());" + KEY,
                        ""),
                migration(
                        FindingId.ForeignKeyDrift,
                        USERS + KEY,
                        "op.addForeignKey(\"fk\", \"users\", \"id\").references(\"users\", \"id\");"),
                property(
                        FindingId.CheckDrift,
                        "@Column(check = @CheckConstraint(name = \"ck\", constraint = \"name <> ''\")) String name;"),
                migration(FindingId.CheckDrift, USERS + KEY, "op.addCheck(\"ck\", \"users\", \"name <> ''\");"),
                model(
                        FindingId.SequenceDrift,
                        CLASS + " @Entity @Table(name = \"users\") class User { " + PROPERTY
                                + " @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id; String name; }",
                        USERS + KEY,
                        ""),
                migration(FindingId.SequenceDrift, USERS + KEY, "op.createSequence(\"numbers\");"),
                property(FindingId.CommentDrift, "@org.hibernate.annotations.Comment(\"as called\") String name;"),
                migration(
                        FindingId.UnseenEffect,
                        USERS + KEY,
                        "op.execute(\"create table unseen (id bigint)\"); }"
                                + " @Override public void downgrade(Operations op) { op.dropTable(\"users\");"),
                migration(FindingId.IrreversibleRevision, USERS + KEY, "op.execute(\"delete from users\");"));
    }

    @Test
    void noIdIsLeftOut() {
        assertThat(drawn().stream().map(Drawn::id).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(Stream.of(FindingId.values())
                        .filter(FindingId::canBeSilenced)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawn")
    void silencesItsIdAndNoOther(Drawn drawn) {
        assertThat(ids(drawn, "", "")).containsExactly(drawn.id().name());
        assertThat(drawn.places()).isNotEmpty();
        for (String place : drawn.places()) {
            assertThat(ids(drawn, place, drawn.id().name())).as(place).isEmpty();
            assertThat(ids(drawn, place, other(drawn.id()).name()))
                    .as(place)
                    .containsExactly(drawn.id().name());
        }
    }

    private static FindingId other(FindingId id) {
        return id == FindingId.TypeDrift ? FindingId.ColumnDrift : FindingId.TypeDrift;
    }

    private static List<String> ids(Drawn drawn, String place, String id) {
        List<String> sources = drawn.sources().stream()
                .map(source ->
                        place.isEmpty() ? source : source.replace(place, "@SuppressWarnings(\"retort:" + id + "\")"))
                .toList();
        Compilation compilation = Javac.compile(sources.toArray(String[]::new));
        List<String> ids = new ArrayList<>();
        for (var diagnostic : compilation.diagnostics()) {
            // Notes are javac's, of what is deprecated.
            if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                Matcher found = ID.matcher(diagnostic.getMessage(Locale.ENGLISH));
                assertThat(found.matches()).as(Javac.messages(compilation)).isTrue();
                ids.add(found.group(1));
            }
        }
        return ids;
    }
}
