package dev.retort.processor.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** What PostgreSQL's catalogue says of a database: names without a schema are of the current one. */
final class PostgresCatalogue {
    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%'";

    private static final String SCHEMA = "case n.nspname when current_schema() then '' else n.nspname || '.' end || ";

    private static final String TABLES = " from pg_class c join pg_namespace n on n.oid = c.relnamespace" + " where "
            + OURS + " and c.relname not like 'retort\\_%'";

    private static final List<String> QUERIES = List.of(
            "select 'table ' || " + SCHEMA
                    + "c.relname || coalesce(' comment ' || obj_description(c.oid, 'pg_class'), '')" + TABLES
                    + " and c.relkind = 'r'",
            "select 'column ' || " + SCHEMA
                    + "c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
                    + " || case when a.attnotnull then ' not null' else '' end"
                    + " || case a.attidentity::text when '' then '' else ' identity ' || a.attidentity::text end"
                    + " || case a.attgenerated::text when '' then '' else ' generated ' || a.attgenerated::text end"
                    + " || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')"
                    + " || coalesce((select ' collate ' || l.collname from pg_collation l, pg_type t"
                    + " where l.oid = a.attcollation and t.oid = a.atttypid and t.typcollation <> a.attcollation), '')"
                    + " || coalesce(' comment ' || col_description(c.oid, a.attnum), '')"
                    + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                    + " left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
                    + " where " + OURS + " and c.relkind = 'r' and c.relname not like 'retort\\_%'",
            "select 'constraint ' || " + SCHEMA
                    + "c.relname || ' ' || pg_get_constraintdef(k.oid) || ' [' || k.conname || ']'"
                    + " from pg_constraint k join pg_class c on c.oid = k.conrelid"
                    + " join pg_namespace n on n.oid = c.relnamespace"
                    + " where " + OURS + " and k.contype <> 'n' and c.relname not like 'retort\\_%'",
            "select 'index ' || " + SCHEMA + "t.relname || ' ' || replace(substring(pg_get_indexdef(i.indexrelid)"
                    + " from '(?:UNIQUE )?INDEX'), 'INDEX', '') || substring(pg_get_indexdef(i.indexrelid)"
                    + " from ' USING .*') || ' [' || " + SCHEMA + "c.relname || ']'"
                    + " from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid"
                    + " join pg_namespace n on n.oid = c.relnamespace"
                    + " where " + OURS + " and t.relkind = 'r' and t.relname not like 'retort\\_%'"
                    + " and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)",
            "select 'sequence ' || case s.schemaname when current_schema() then '' else s.schemaname || '.' end || s.sequencename || ' ' || s.data_type || ' start ' || s.start_value || ' increment '"
                    + " || s.increment_by || ' min ' || s.min_value || ' max ' || s.max_value || ' cache ' || s.cache_size"
                    + " || case when s.cycle then ' cycle' else '' end"
                    + " from pg_sequences s where s.schemaname <> 'pg_catalog' and not exists (select 1"
                    + " from pg_depend d where d.objid = (quote_ident(s.schemaname) || '.' ||"
                    + " quote_ident(s.sequencename))::regclass and d.deptype = 'i')",
            "select 'type ' || " + SCHEMA
                    + "t.typname || coalesce(' enum ' || (select string_agg(e.enumlabel, ',' order by"
                    + " e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), '') || case t.typtype when 'd' then"
                    + " ' domain ' || format_type(t.typbasetype, t.typtypmod) else '' end"
                    + " || coalesce(' of ' || (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod),"
                    + " ',' order by a.attnum) from pg_attribute a where a.attrelid = t.typrelid), '')"
                    + " from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c"
                    + " on c.oid = t.typrelid where " + OURS + " and (t.typtype in ('e', 'd')"
                    + " or c.relkind = 'c')",
            "select 'view ' || " + SCHEMA + "c.relname || pg_get_viewdef(c.oid) from pg_class c join pg_namespace n"
                    + " on n.oid = c.relnamespace where " + OURS + " and c.relkind = 'v'",
            "select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not t.tgisinternal",
            "select 'schema ' || n.nspname from pg_namespace n where " + OURS,
            "select 'cast ' || s.typname || ' ' || t.typname from pg_cast k join pg_type s on s.oid = k.castsource"
                    + " join pg_type t on t.oid = k.casttarget where s.typtype = 'e' or t.typtype = 'e'");

    private PostgresCatalogue() {}

    static TreeSet<String> of(LiveDatabase database) throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        for (String query : QUERIES) {
            lines.addAll(database.rows(query));
        }
        return lines;
    }
}
