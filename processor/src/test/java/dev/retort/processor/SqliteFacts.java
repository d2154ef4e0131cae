package dev.retort.processor;

import dev.retort.processor.sql.LiveDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SQLite says. Its pragmas tell neither checks nor collations nor generated expressions: these are read from the
 * statement that made the table.
 */
final class SqliteFacts {
    private static final Pattern CHECK = Pattern.compile("(?i)(?:\\bconstraint\\s+(\\S+)\\s+)?\\bcheck\\s*\\(");
    private static final Pattern GENERATED = Pattern.compile("(?i)\\bgenerated\\s+always\\s+as\\s*\\(");
    private static final Pattern COLLATE = Pattern.compile("(?i)\\bcollate\\s+(\\S+)");

    private final Connection connection;
    private final TreeSet<String> facts = new TreeSet<>();

    SqliteFacts(Connection connection) {
        this.connection = connection;
    }

    TreeSet<String> all() throws SQLException {
        for (String name : LiveDatabase.rows(
                connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")) {
            table(name);
        }
        for (String view : LiveDatabase.rows(
                connection, "select type, sql from sqlite_master where type in ('view', 'trigger')")) {
            facts.add(plain(view));
        }
        return facts;
    }

    private void table(String name) throws SQLException {
        String literal = "'" + name.replace("'", "''") + "'";
        String table = name.toLowerCase(Locale.ROOT);
        for (String column : LiveDatabase.rows(
                connection,
                "select name || ' ' || type || ' ' || \"notnull\" || ' ' ||"
                        + " coalesce(dflt_value, 'null') || ' ' || pk || ' ' || hidden from pragma_table_xinfo("
                        + literal
                        + ")")) {
            facts.add("column " + table + "." + column.toLowerCase(Locale.ROOT));
        }
        for (String key : LiveDatabase.rows(
                connection,
                "select \"table\" || ' ' || group_concat(\"from\") || ' ' ||"
                        + " group_concat(\"to\") || ' ' || on_delete || ' ' || on_update from (select * from"
                        + " pragma_foreign_key_list(" + literal + ") order by id, seq) group by id")) {
            facts.add("foreign key of " + table + " " + key.toLowerCase(Locale.ROOT));
        }
        indexes(table, literal);
        for (String sql : LiveDatabase.rows(
                connection, "select sql from sqlite_master where type = 'table' and name = " + literal)) {
            definition(table, sql);
        }
        if (isStandIn(literal)) {
            facts.add("rows of " + table + " "
                    + String.join(" ", LiveDatabase.rows(connection, "select * from \"" + name + "\"")));
        }
    }

    private void indexes(String table, String literal) throws SQLException {
        for (String index : LiveDatabase.rows(
                connection, "select name from pragma_index_list(" + literal + ") where origin <> 'pk'")) {
            String entry = "'" + index.replace("'", "''") + "'";
            String unique = LiveDatabase.rows(
                            connection,
                            "select iif(\"unique\", ' unique ', ' ') || iif(partial, 'partial ', '') from"
                                    + " pragma_index_list(" + literal + ") where name = " + entry)
                    .get(0);
            String columns = LiveDatabase.rows(
                            connection,
                            "select coalesce(name, '') || ' ' || \"desc\" || ' ' || coll from" + " pragma_index_xinfo("
                                    + entry + ") where key = 1")
                    .toString();
            // An expression is told by the statement only.
            List<String> sql = columns.contains("[ ") || columns.contains(", ,") || unique.contains("partial")
                    ? LiveDatabase.rows(
                            connection, "select sql from sqlite_master where type = 'index' and name = " + entry)
                    : List.of();
            String text =
                    sql.isEmpty() ? "" : " " + withoutDoubled(plain(sql.get(0).replaceFirst("(?is)^.*? on ", "")));
            facts.add("index of " + table + unique + columns.toLowerCase(Locale.ROOT) + text + " [" + index + "]");
        }
    }

    /** A table that stands for a sequence holds a number from the start. */
    private boolean isStandIn(String literal) throws SQLException {
        return LiveDatabase.rows(connection, "select name from pragma_table_xinfo(" + literal + ")")
                .equals(List.of("next_val"));
    }

    private void definition(String table, String sql) {
        for (MatchResult check : CHECK.matcher(sql).results().toList()) {
            String name = check.group(1) == null ? "" : check.group(1).replaceAll("[\"`]", "");
            facts.add("check of " + table + " " + condition(sql, check.end()) + " [" + name + "]");
        }
        String body = sql.substring(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
        for (String part : LiveDatabase.parts(body)) {
            String column = table + "." + plain(part.split("\\s", 2)[0]);
            Matcher generated = GENERATED.matcher(part);
            if (generated.find()) {
                facts.add("generated " + column + " " + condition(part, generated.end()));
            }
            Matcher collate = COLLATE.matcher(part);
            if (collate.find()) {
                facts.add("collation of " + column + " " + plain(collate.group(1)));
            }
        }
    }

    private static String condition(String sql, int start) {
        return sql.substring(start, end(sql, start) - 1)
                .replaceAll("[\"`]", "")
                .replaceAll("\\s+", "")
                .replaceAll("^\\((.*)\\)$", "$1");
    }

    /** Brackets right within brackets say nothing more. */
    private static String withoutDoubled(String sql) {
        for (int open = sql.indexOf("(("); open >= 0; open = sql.indexOf("((", open + 1)) {
            int inner = end(sql, open + 2);
            if (end(sql, open + 1) == inner + 1) {
                return withoutDoubled(
                        sql.substring(0, open) + sql.substring(open + 1, inner) + sql.substring(inner + 1));
            }
        }
        return sql;
    }

    /** Behind the bracket that closes what begins at {@code start}. */
    private static int end(String sql, int start) {
        int depth = 1;
        int end = start;
        while (depth > 0) {
            char c = sql.charAt(end++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return end;
    }

    private static String plain(String sql) {
        return sql.replaceAll("[\"`]", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
