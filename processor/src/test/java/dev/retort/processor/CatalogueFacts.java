package dev.retort.processor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database says of its structure, a line a fact: neither the order of columns nor the names of constraints and
 * indexes, which a mapping need not give.
 */
final class CatalogueFacts {
    /** What comes before the condition of a check, and a condition of several. */
    private static final Pattern CONDITION = Pattern.compile(
            "(?is)(check of \\S+ |check \\S+ |(?:key|constraint) .* CHECK .*?(?=[(\"`]))(.*\\band\\b.*)");

    private final Connection connection;
    private final TreeSet<String> facts = new TreeSet<>();

    private CatalogueFacts(Connection connection) {
        this.connection = connection;
    }

    /** Without Retort's own table. */
    static TreeSet<String> of(Connection connection) throws SQLException {
        CatalogueFacts facts = new CatalogueFacts(connection);
        if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
            facts.sqlite();
        } else {
            facts.h2();
        }
        facts.facts.removeIf(fact -> fact.toLowerCase(Locale.ROOT).contains("retort_"));
        return facts.facts;
    }

    /**
     * On SQLite Hibernate makes no foreign keys, and no unique keys beyond those within a column; and an identity loses its
     * type when an earlier column is {@code integer}. H2 shows that the model has them.
     */
    static void removeWhatHibernateLeavesOut(TreeSet<String> ours, TreeSet<String> theirs) {
        for (String fact : List.copyOf(ours)) {
            // "foreign key of b a a_id id": an enumeration that is referred to has its check where it refers, too.
            if (fact.startsWith("foreign key of ")) {
                String[] words = fact.split(" ", -1);
                ours.removeIf(check ->
                        check.startsWith("check of " + words[3] + " " + words[5] + "in(") && !theirs.contains(check));
            }
        }
        ours.removeIf(fact -> fact.startsWith("foreign key"));
        ours.removeIf(fact -> fact.startsWith("index of ") && fact.contains(" unique ") && !theirs.contains(fact));
        for (String fact : List.copyOf(theirs)) {
            if (fact.startsWith("column ") && fact.endsWith("  0 null 1 0")) {
                theirs.remove(fact);
                theirs.add(fact.replace("  0 null 1 0", " integer 0 null 1 0"));
            }
        }
    }

    private void sqlite() throws SQLException {
        for (List<String> table :
                rows("select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%'")) {
            String name = table.get(0);
            String literal = "'" + name.replace("'", "''") + "'";
            String key = name.toLowerCase(Locale.ROOT);
            for (List<String> column :
                    rows("select name, type, \"notnull\", dflt_value, pk, hidden from pragma_table_xinfo(" + literal
                            + ")")) {
                facts.add("column " + key + "." + String.join(" ", column).toLowerCase(Locale.ROOT));
            }
            for (List<String> key2 :
                    rows("select \"table\", group_concat(\"from\"), group_concat(\"to\"), on_delete from"
                            + " (select * from pragma_foreign_key_list(" + literal
                            + ") order by id, seq) group by id")) {
                facts.add("foreign key of " + key + " " + String.join(" ", key2).toLowerCase(Locale.ROOT));
            }
            for (List<String> index :
                    rows("select name, \"unique\" from pragma_index_list(" + literal + ") where origin <> 'pk'")) {
                facts.add("index of " + key + (index.get(1).equals("1") ? " unique " : " ")
                        + columnsOfIndex(index.get(0)));
            }
            checks(table.get(1)).forEach(check -> facts.add("check of " + key + " " + check));
            if (isStandIn(name)) {
                facts.add("rows of " + key + " " + rows("select * from \"" + name + "\""));
            }
        }
    }

    /** A table that stands for a sequence holds a number from the start. */
    private boolean isStandIn(String table) throws SQLException {
        return rows("select name from pragma_table_xinfo('" + table.replace("'", "''") + "')")
                .toString()
                .equals("[[next_val]]");
    }

    private String columnsOfIndex(String index) throws SQLException {
        return rows("select coalesce(name, ''), \"desc\" from pragma_index_xinfo('" + index.replace("'", "''")
                        + "') where key = 1")
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    /** Hibernate joins the checks of Bean Validation on a column in an order that is another with each run. */
    static String withCheckSorted(String fact) {
        Matcher condition = CONDITION.matcher(fact);
        if (!condition.matches()) {
            return fact;
        }
        return condition.group(1)
                + Stream.of(condition.group(2).split("(?i)\\)\\s*and\\s*\\(|\\s+and\\s+"))
                        .map(part -> part.replaceAll("^[(\\s]+|[)\\s]+$", ""))
                        .sorted()
                        .collect(Collectors.joining(" and "));
    }

    private static List<String> checks(String sql) {
        List<String> checks = new ArrayList<>();
        Matcher check = Pattern.compile("(?i)\\bcheck\\s*\\(").matcher(sql);
        while (check.find()) {
            int depth = 1;
            int end = check.end();
            while (depth > 0) {
                char c = sql.charAt(end++);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            checks.add(sql.substring(check.end(), end - 1)
                    .replaceAll("[\"`]", "")
                    .replaceAll("\\s+", "")
                    .replaceAll("^\\((.*)\\)$", "$1"));
        }
        return checks;
    }

    private void h2() throws SQLException {
        query("column", """
                select table_schema, table_name, column_name, data_type, character_maximum_length, numeric_precision,
                  numeric_scale, datetime_precision, is_nullable, column_default, is_identity, is_generated,
                  generation_expression, remarks
                from information_schema.columns where table_schema not in ('INFORMATION_SCHEMA')
                """);
        query("enum", """
                select c.table_name, c.column_name, e.value_name from information_schema.columns c
                join information_schema.enum_values e on e.object_name = c.table_name and e.object_type = 'TABLE'
                  and e.enum_identifier = c.dtd_identifier and e.object_schema = c.table_schema
                """);
        query("key", """
                select t.table_schema, t.table_name, t.constraint_type,
                  (select listagg(k.column_name, ',') within group (order by k.ordinal_position)
                   from information_schema.key_column_usage k where k.constraint_name = t.constraint_name
                     and k.constraint_schema = t.constraint_schema),
                  (select p.table_name from information_schema.referential_constraints r
                   join information_schema.table_constraints p on p.constraint_name = r.unique_constraint_name
                     and p.constraint_schema = r.unique_constraint_schema
                   where r.constraint_name = t.constraint_name and r.constraint_schema = t.constraint_schema),
                  (select r.delete_rule from information_schema.referential_constraints r
                   where r.constraint_name = t.constraint_name and r.constraint_schema = t.constraint_schema),
                  (select c.check_clause from information_schema.check_constraints c
                   where c.constraint_name = t.constraint_name and c.constraint_schema = t.constraint_schema)
                from information_schema.table_constraints t
                """);
        query("index", """
                select distinct i.table_schema, i.table_name, i.index_type_name,
                  (select listagg(c.column_name || ' ' || c.ordering_specification, ',') within group (order by c.ordinal_position)
                   from information_schema.index_columns c where c.index_name = i.index_name and c.index_schema = i.index_schema)
                from information_schema.indexes i
                where i.index_type_name = 'UNIQUE INDEX' or i.index_name not in (
                    select x.index_name from information_schema.indexes x
                    join information_schema.table_constraints t on t.constraint_type = 'FOREIGN KEY'
                      and t.table_name = x.table_name and t.table_schema = x.table_schema
                    where (select listagg(k.column_name, ',') within group (order by k.ordinal_position)
                           from information_schema.key_column_usage k where k.constraint_name = t.constraint_name
                             and k.constraint_schema = t.constraint_schema)
                        = (select listagg(c.column_name, ',') within group (order by c.ordinal_position)
                           from information_schema.index_columns c where c.index_name = x.index_name
                             and c.index_schema = x.index_schema))
                """);
        query("sequence", """
                select sequence_schema, sequence_name, start_value, increment from information_schema.sequences
                where sequence_name not like 'SYSTEM_SEQUENCE%'
                """);
        query(
                "table",
                "select table_schema, table_name, remarks from information_schema.tables where table_schema <> 'INFORMATION_SCHEMA'");
    }

    private void query(String kind, String sql) throws SQLException {
        for (List<String> row : rows(sql)) {
            facts.add(kind + " " + String.join(" ", row));
        }
    }

    private List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
