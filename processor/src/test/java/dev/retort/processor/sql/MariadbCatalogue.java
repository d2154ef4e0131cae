package dev.retort.processor.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** What MariaDB's catalogue says of the current database. */
final class MariadbCatalogue {
    /** A literal for each view of the catalogue: by one that it has to look up, the server opens every table there is. */
    private static final String DATABASE = "'<database>'";

    private static final String OURS = " = " + DATABASE + " and %s.table_name not like 'retort\\\\_%%'";

    private static final List<String> QUERIES = List.of(
            "select concat('table ', t.table_name, ' ', t.engine, if(t.table_comment = '', '',"
                    + " concat(' comment ', t.table_comment))) from information_schema.tables t"
                    + " where t.table_type = 'BASE TABLE' and t.table_schema" + OURS.formatted("t"),
            "select concat('column ', c.table_name, '.', lower(c.column_name), ' ', c.column_type,"
                    + " if(c.is_nullable = 'NO', ' not null', ''), if(c.column_default is null, '',"
                    + " concat(' default ', c.column_default)), if(c.extra = '', '', concat(' ', lower(c.extra))),"
                    + " if(c.generation_expression is null, '', concat(' as ', c.generation_expression)),"
                    + " if(coalesce(c.collation_name, t.table_collation) = t.table_collation, '',"
                    + " concat(' collate ', c.collation_name)), if(c.column_comment = '', '',"
                    + " concat(' comment ', c.column_comment))) from information_schema.columns c"
                    + " join information_schema.tables t on t.table_schema = " + DATABASE
                    + " and t.table_name = c.table_name"
                    + " where t.table_type = 'BASE TABLE' and c.table_schema" + OURS.formatted("c"),
            // The index that InnoDB makes for a foreign key is called after that key, or after one that shares it.
            "select concat(if(max(s.non_unique) = 0, 'unique ', 'index '), s.table_name, ' (', group_concat(concat("
                    + "lower(s.column_name), coalesce(concat(':', s.sub_part), ''), if(s.collation = 'D', ' desc', ''))"
                    + " order by s.seq_in_index separator ', '), ')', if(exists (select 1 from"
                    + " information_schema.referential_constraints r where r.constraint_schema = " + DATABASE
                    + " and r.table_name = s.table_name and r.constraint_name = s.index_name), ' of a foreign key',"
                    + " concat(' [', s.index_name, ']'))) from information_schema.statistics s"
                    + " where s.table_schema" + OURS.formatted("s") + " group by s.table_name, s.index_name",
            "select concat('foreign key ', k.table_name, ' (', group_concat(lower(k.column_name) order by k.ordinal_position"
                    + " separator ', '), ') references ', k.referenced_table_name, ' (', group_concat("
                    + "lower(k.referenced_column_name) order by k.ordinal_position separator ', '), ') on delete ',"
                    + " lower(max(r.delete_rule)), ' on update ', lower(max(r.update_rule)), ' [', k.constraint_name,"
                    + " ']') from information_schema.key_column_usage k join"
                    + " information_schema.referential_constraints r on r.constraint_schema = " + DATABASE
                    + " and r.table_name = k.table_name and r.constraint_name = k.constraint_name"
                    + " where k.table_schema" + OURS.formatted("k")
                    + " group by k.table_name, k.constraint_name, k.referenced_table_name",
            "select concat('view ', v.table_name, ' ', replace(v.view_definition, concat('`', " + DATABASE
                    + ", '`.'), '')) from information_schema.views v where v.table_schema = " + DATABASE,
            "select concat('trigger ', t.trigger_name, ' ', t.action_timing, ' ', t.event_manipulation, ' ',"
                    + " t.event_object_table, ' ', t.action_statement) from information_schema.triggers t"
                    + " where t.trigger_schema = " + DATABASE,
            // A check of a column is called after the column.
            "select concat('check ', c.table_name, ' ', c.check_clause, ' [', c.constraint_name, ']')"
                    + " from information_schema.check_constraints c where c.constraint_schema" + OURS.formatted("c"));

    private MariadbCatalogue() {}

    static TreeSet<String> of(LiveDatabase database) throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        String name = database.rows("select database()").get(0);
        for (String query : QUERIES) {
            lines.addAll(database.rows(query.replace(DATABASE, "'" + name + "'")));
        }
        for (String sequence : database.rows("select table_name from information_schema.tables"
                + " where table_schema = '" + name + "' and table_type = 'SEQUENCE'")) {
            database.rows("select concat(minimum_value, ' ', maximum_value, ' start ', start_value, ' increment ',"
                            + " increment, ' cache ', cache_size, if(cycle_option = 1, ' cycle', '')) from `"
                            + sequence.replace("`", "``") + "`")
                    .forEach(row -> lines.add("sequence " + sequence + " " + row));
        }
        return lines;
    }
}
