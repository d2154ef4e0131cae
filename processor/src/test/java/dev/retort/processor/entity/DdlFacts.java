package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.type.SqlTypes;

/** The facts in the SQL that Hibernate writes. A statement or clause of an unknown kind is a fault, not passed over. */
final class DdlFacts {
    private static final String NAME = "(\"[^\"]+\"|`[^`]+`|\\[[^\\]]+]|\\S+)";
    private static final Pattern CREATE_TABLE =
            Pattern.compile("create (?:column |cached |multiset )?table (?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTITION = Pattern.compile("create table \\S+ partition of .*", Pattern.DOTALL);
    private static final Pattern CREATE_INDEX =
            Pattern.compile("create (unique )?(?:nonclustered )?index " + NAME + " on (.*)", Pattern.DOTALL);
    private static final Pattern ALTER = Pattern.compile("alter table (?:if exists )?(?=\\S)");
    private static final Pattern ADD_CONSTRAINT = Pattern.compile("add constraint " + NAME + " (.*)", Pattern.DOTALL);
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("foreign key\\s*\\(([^)]*)\\)\\s*references\\s+(.*)", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("comment on (table|column) (.*?) is ('.*')", Pattern.DOTALL);
    private static final Pattern SEQUENCE = Pattern.compile(
            "create sequence " + NAME + "(?: as \\S+)?(?: (?:min|max)value -?\\d+)?"
                    + " start with (-?\\d+) increment by (-?\\d+)(.*)",
            Pattern.DOTALL);
    private static final Pattern OBJECT = Pattern.compile(
            "(create (or replace )?(type|domain|cast|view|function|transform)|comment on type) .*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** SQL Server has the options of a check before its condition. */
    private static final Pattern SQLSERVER_CHECK = Pattern.compile("check [a-z ]+ \\(.*", Pattern.DOTALL);

    private final DatabaseDialect dialect;
    private final Facts facts = new Facts();
    private final Map<String, String> primaryKeys = new HashMap<>();
    private final List<Runnable> references = new ArrayList<>();

    private DdlFacts(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    static SortedSet<String> of(List<String> statements, DatabaseDialect dialect) {
        DdlFacts reader = new DdlFacts(dialect);
        for (String statement : statements) {
            reader.statement(statement);
        }
        // Which columns a primary key has is known when all tables are.
        reader.references.forEach(Runnable::run);
        return reader.facts.lines();
    }

    private void statement(String written) {
        // Where a table stands in for a sequence, its database does not look at the case of a column.
        String sql = written.replaceAll("[`\"]next_val[`\"]", "next_val");
        Matcher table = CREATE_TABLE.matcher(sql);
        Matcher index = CREATE_INDEX.matcher(sql);
        Matcher alter = ALTER.matcher(sql);
        Matcher comment = COMMENT.matcher(sql);
        Matcher sequence = SEQUENCE.matcher(sql);
        if (PARTITION.matcher(sql).matches()) {
            facts.add("object " + sql);
        } else if (table.lookingAt()) {
            table(sql, table.end());
        } else if (index.matches()) {
            index(index);
        } else if (alter.lookingAt()) {
            alter(sql, alter.end());
        } else if (comment.matches()) {
            facts.comment(comment.group(2), comment.group(3));
        } else if (sequence.matches()) {
            facts.add("sequence " + sequence.group(1) + " " + sequence.group(2) + " " + sequence.group(3));
            // MariaDB's own addition to every sequence.
            String tail =
                    sequence.group(4).strip().replaceFirst("^nocache\\b", "").strip();
            if (!tail.isEmpty()) {
                facts.add("options of sequence " + sequence.group(1) + " " + tail);
            }
        } else if (sql.startsWith("insert into ")) {
            facts.add("row " + sql);
        } else if (OBJECT.matcher(sql).matches()) {
            facts.add("object " + sql);
        } else {
            throw new IllegalArgumentException("no fact can be read from: " + sql);
        }
    }

    private void table(String sql, int start) {
        int endOfName = SqlScanner.endOfName(sql, start);
        String table = sql.substring(start, endOfName);
        int open = sql.indexOf('(', endOfName);
        int close = SqlScanner.skip(sql, open);
        facts.table(table);
        List<String> items = SqlScanner.split(sql.substring(open + 1, close - 1), ",");
        String key = items.stream()
                .filter(item -> item.startsWith("primary key"))
                .findFirst()
                .orElse("");
        items.forEach(item -> item(table, item, key));
        tail(table, sql.substring(close).strip());
    }

    private void tail(String table, String tail) {
        String rest = tail;
        Matcher comment =
                Pattern.compile("^comment ?= ?('[^']*')", Pattern.DOTALL).matcher(rest);
        if (comment.find()) {
            facts.comment(table, comment.group(1));
            rest = rest.substring(comment.end()).strip();
        }
        String engine = dialect.hibernate().getTableTypeString().strip();
        if (!engine.isEmpty() && rest.startsWith(engine)) {
            rest = rest.substring(engine.length()).strip();
        }
        if (!rest.isEmpty()) {
            facts.add("options of table " + table + " " + rest);
        }
    }

    private void item(String table, String item, String key) {
        Matcher constraint =
                Pattern.compile("constraint " + NAME + " (.*)", Pattern.DOTALL).matcher(item);
        String lower = item.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s)(primary key|unique) ?\\(.*")) {
            constraint(table, "", item);
        } else if (lower.matches("(?s)check ?\\(.*")) {
            facts.check(table, item.substring(item.indexOf('(')));
        } else if (SQLSERVER_CHECK.matcher(lower).matches()) {
            int open = item.indexOf('(');
            facts.check(table, item.substring(open) + item.substring("check".length(), open));
        } else if (lower.startsWith("period for ")) {
            facts.add("declaration of table " + table + " " + item);
        } else if (constraint.matches()) {
            constraint(table, constraint.group(1), constraint.group(2));
        } else {
            column(table, item, key);
        }
    }

    private void constraint(String table, String name, String sql) {
        int open = sql.indexOf('(');
        int close = SqlScanner.skip(sql, open);
        String inside = sql.substring(open + 1, close - 1);
        String tail = sql.substring(close).strip();
        if (sql.startsWith("primary key")) {
            primaryKeys.put(table, inside);
            facts.primaryKey(table, name, inside);
        } else if (sql.startsWith("unique")) {
            facts.unique(table, name, inside, tail.isEmpty() ? "" : " " + tail);
        } else if (sql.startsWith("check")) {
            facts.check(table, "constraint " + name + " " + sql);
        } else if (sql.startsWith("foreign key")) {
            Matcher key = FOREIGN_KEY.matcher(sql);
            if (!key.matches()) {
                throw new IllegalArgumentException("no foreign key can be read from: " + sql);
            }
            references.add(() ->
                    facts.foreignKey(table, name, "(" + key.group(1) + ") references " + reference(key.group(2))));
        } else {
            throw new IllegalArgumentException("no constraint can be read from: " + sql);
        }
    }

    /** With the columns of the primary key where the statement leaves them out. */
    private String reference(String sql) {
        int end = SqlScanner.endOfName(sql, 0);
        String table = sql.substring(0, end);
        String rest = sql.substring(end).strip().replaceAll("\\s+", " ");
        return table + " " + (rest.startsWith("(") ? rest : "(" + primaryKeys.get(table) + ") " + rest).strip();
    }

    private void column(String table, String item, String key) {
        int end = SqlScanner.endOfName(item, 0);
        String name = item.substring(0, end);
        String definition = item.substring(end).strip();
        String identity = dialect.hibernate()
                .getIdentityColumnSupport()
                .getIdentityColumnString(SqlTypes.BIGINT)
                .strip();
        boolean numbered;
        if (dialect.family() == Family.SQLITE) {
            // The word is left out when the statement has it before (facts: ColumnDefinitions searches all of it).
            numbered =
                    (definition.isEmpty() || definition.equals(identity)) && key.equals("primary key (" + name + ")");
            definition = numbered ? "" : definition;
        } else {
            numbered = definition.contains(identity);
            definition = numbered ? definition.replace(identity, " ").strip() : definition;
        }
        ColumnFacts column = ColumnFacts.of(definition);
        if (numbered) {
            column.take("not null");
            column.set("identity", "yes");
        }
        facts.column(table, name, column);
    }

    private void index(Matcher index) {
        boolean unique = index.group(1) != null;
        String on = index.group(3);
        int end = SqlScanner.endOfName(on, 0);
        String table = on.substring(0, end);
        int open = on.indexOf('(', end);
        int close = SqlScanner.skip(on, open);
        String tail = on.substring(close).strip();
        String name = index.group(2);
        String unqualified = name.substring(name.lastIndexOf('.') + 1);
        String parts = on.substring(open + 1, close - 1);
        boolean skipsNulls = tail.equals("exclude null keys") || tail.matches("where .* is not null");
        if (unique && skipsNulls) {
            // A unique constraint that lets many rows have null, where constraints do not.
            facts.unique(table, unqualified, parts, "");
        } else {
            facts.index(table, unqualified, parts, unique, tail.isEmpty() ? "" : " " + tail);
        }
    }

    private void alter(String sql, int start) {
        int end = SqlScanner.endOfName(sql, start);
        Matcher add = ADD_CONSTRAINT.matcher(sql.substring(end).strip());
        if (!add.matches()) {
            throw new IllegalArgumentException("no fact can be read from: " + sql);
        }
        constraint(sql.substring(start, end), add.group(1), add.group(2).strip());
    }
}
