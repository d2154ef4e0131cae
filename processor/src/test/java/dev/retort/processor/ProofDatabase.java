package dev.retort.processor;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.sql.LiveDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** A database of ours, and an empty one beside it for Hibernate. */
final class ProofDatabase implements AutoCloseable {
    private static final Pattern FOREIGN_KEY = Pattern.compile("constraint (.+) FOREIGN KEY \\(([^,)]+)\\) .*");

    private final Family family;
    private final LiveDatabase ours;
    private final LiveDatabase hibernates;
    private final DeclaredNames names;

    private ProofDatabase(Family family, DeclaredNames names) throws SQLException {
        this.family = family;
        this.names = names;
        this.ours = LiveDatabase.of(family);
        this.hibernates = LiveDatabase.of(family);
    }

    /** With the schemas that the models lie in: these are made by whoever owns the database, not by migrations. */
    static ProofDatabase of(String word, ProofModel... models) throws SQLException {
        ProofDatabase database = new ProofDatabase(
                Family.ofWord(word).orElseThrow(),
                DeclaredNames.in(Stream.of(models)
                        .flatMap(model -> Stream.concat(model.sources().stream(), model.resources().values().stream()))
                        .toList()));
        for (ProofModel model : models) {
            for (String schema : model.schemas()) {
                database.makeSchema(schema);
            }
        }
        return database;
    }

    /** SQLite has none, to MariaDB they are databases, which Hibernate makes for catalogs only. */
    private void makeSchema(String schema) throws SQLException {
        if (family == Family.H2 || family == Family.POSTGRESQL) {
            ours.execute("create schema if not exists " + schema);
            hibernates.execute("create schema if not exists " + schema);
        }
    }

    /** As an environment declares what runs here. */
    static String declared(String word) {
        var dialect = LiveDatabase.dialectOf(Family.ofWord(word).orElseThrow());
        return word + ":" + dialect.version();
    }

    /** Hibernate's session factory over one of the two. */
    CompiledModel.Booted boot(CompiledModel compiled, String url) {
        return compiled.boot(url, declared(family.word()), hibernateDialect());
    }

    private String hibernateDialect() {
        return switch (family) {
            case SQLITE -> "org.hibernate.community.dialect.SQLiteDialect";
            case H2 -> "org.hibernate.dialect.H2Dialect";
            case POSTGRESQL -> "org.hibernate.dialect.PostgreSQLDialect";
            default -> "org.hibernate.dialect.MariaDBDialect";
        };
    }

    Family family() {
        return family;
    }

    LiveDatabase ours() {
        return ours;
    }

    String url() {
        return ours.url();
    }

    String hibernatesUrl() {
        return hibernates.url();
    }

    DataSource source() throws SQLException {
        switch (family) {
            case SQLITE -> {
                SQLiteDataSource sqlite = new SQLiteDataSource();
                sqlite.setUrl(url());
                // Without this its foreign keys are not even looked at.
                sqlite.setEnforceForeignKeys(true);
                return sqlite;
            }
            case H2 -> {
                JdbcDataSource h2 = new JdbcDataSource();
                h2.setUrl(url());
                return h2;
            }
            case POSTGRESQL -> {
                PGSimpleDataSource postgres = new PGSimpleDataSource();
                postgres.setUrl(url());
                return postgres;
            }
            default -> {
                return new MariaDbDataSource(url());
            }
        }
    }

    /** With the names of all constraints and indexes. */
    TreeSet<String> facts() throws SQLException {
        return CatalogueFacts.of(ours);
    }

    /** {@link KeysOfAll} of our tables. */
    TreeSet<String> keys() throws SQLException {
        return KeysOfAll.of(ours.connection());
    }

    /** Has Hibernate's statements executed, and tells which of them the database refuses, and why. */
    List<String> create(List<String> statements) throws SQLException {
        List<String> refused = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String statement : statements) {
            // Hibernate comments on SQLite's tables, too, and goes on when it may not.
            boolean isLost = family == Family.SQLITE && statement.startsWith("comment on");
            if (!isLost) {
                execute(statement.replaceFirst("^create schema (?!if)", "create schema if not exists "), done, refused);
            }
        }
        return refused;
    }

    private void execute(String statement, Set<String> done, List<String> refused) {
        try {
            hibernates.execute(statement);
            done.add(statement);
        } catch (SQLException refusal) {
            // Hibernate 7.0 and 7.1 insert the row of a table generator twice, and go on without the second.
            if (!done.contains(statement)) {
                refused.add(family.word() + ": " + refusal.getMessage());
            }
        }
    }

    /** What is not the same; empty for nothing. */
    String differences(TreeSet<String> expected, TreeSet<String> actual) {
        return Stream.concat(
                        expected.stream().filter(fact -> !actual.contains(fact)).map(fact -> "- " + fact),
                        actual.stream().filter(fact -> !expected.contains(fact)).map(fact -> "+ " + fact))
                .map(line -> family.word() + " " + line + "\n")
                .collect(Collectors.joining());
    }

    /** What our tables have otherwise than Hibernate's; empty for nothing. */
    String differencesToHibernates() throws SQLException {
        TreeSet<String> theirs = CatalogueFacts.named(CatalogueFacts.of(hibernates), names);
        TreeSet<String> own = CatalogueFacts.named(CatalogueFacts.of(ours), names);
        if (family == Family.SQLITE) {
            CatalogueFacts.removeWhatHibernateLeavesOut(own, theirs);
        } else if (family == Family.POSTGRESQL) {
            removeRepeatedChecks(own, theirs);
        }
        return differences(theirs, own);
    }

    /** An enumeration that is referred to has its check where it refers, too. */
    private static void removeRepeatedChecks(TreeSet<String> own, TreeSet<String> theirs) {
        for (String fact : List.copyOf(own)) {
            var key = FOREIGN_KEY.matcher(fact);
            if (key.matches()) {
                own.removeIf(check ->
                        check.startsWith("constraint " + key.group(1) + " CHECK (((" + key.group(2) + ")::text = ANY")
                                && !theirs.contains(check));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (LiveDatabase first = ours;
                LiveDatabase second = hibernates) {
            first.connection();
            second.connection();
        }
    }
}
