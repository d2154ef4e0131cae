package dev.retort.runtime;

/** The query of {@link Database#catalogue} for SQLite (PRAGMA functions). What is not told: the names of keys, and checks. */
final class SqliteCatalogue {

    static final String QUERY = """
            with t as (select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
                and lower(name) not in ({history}) and {named name}),
            i as (select t.name as "table", i.name, i."unique", i.origin, (
                    select group_concat(coalesce(c.name, '?') || case c.desc when 1 then ' desc' else '' end, ', ')
                    from (select * from pragma_index_xinfo(i.name) where key = 1 order by seqno) c) as columns
                from t, pragma_index_list(t.name) i)
            select name, 'table ' || name, '' from t
            union all select name, 'view ' || name, sql from sqlite_master where type = 'view' and {named name}
            union all select t.name, 'column ' || t.name || '.' || c.name, lower(c.type)
                || case when c."notnull" then ' not null' else ' nullable' end
            from t, pragma_table_xinfo(t.name) c
            union all select t.name, 'default of ' || t.name || '.' || c.name, ''
            from t, pragma_table_xinfo(t.name) c where lower(c.dflt_value) <> 'null'
            union all select t.name, 'generation of ' || t.name || '.' || c.name, ''
            from t, pragma_table_xinfo(t.name) c where c.hidden in (2, 3)
            union all select name, 'primary key of ' || name, '(' || group_concat(c, ', ') || ')'
            from (select t.name, c.name as c from t, pragma_table_xinfo(t.name) c where c.pk > 0
                order by t.name, c.pk) group by name
            union all select name, 'foreign key (' || group_concat("from", ', ') || ') of ' || name, 'references '
                || "table" || ' (' || group_concat("to", ', ') || ') on delete ' || lower(on_delete)
                || ' on update ' || lower(on_update)
            from (select t.name, k.* from t, pragma_foreign_key_list(t.name) k order by t.name, k.id, k.seq)
            group by name, id
            union all select "table", 'unique key (' || columns || ') of ' || "table", '' from i where origin = 'u'
            union all select "table", 'index ' || name || ' of ' || "table",
                case when "unique" then 'unique ' else '' end || '(' || columns || ')' from i where origin = 'c'
            union all select tbl_name, 'trigger ' || name || ' of ' || tbl_name, sql from sqlite_master
            where type = 'trigger' and {named tbl_name}
            """;

    private SqliteCatalogue() {}
}
