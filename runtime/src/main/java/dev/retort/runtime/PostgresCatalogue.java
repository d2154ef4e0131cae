package dev.retort.runtime;

/** The query of {@link Database#catalogue} for PostgreSQL (System Catalogs), without what extensions brought. */
final class PostgresCatalogue {

    static final String QUERY = """
            with t as (
                select c.oid, c.relkind as kind,
                    case when n.nspname = current_schema() then '' else n.nspname || '.' end || c.relname as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname in (current_schema(){schemas})
                and {named c.relname} and lower(c.relname) not in ({history}) and {own c})
            select name, 'table ' || name, '' from t where kind in ('r', 'p')
            union all select name, 'view ' || name, pg_get_viewdef(oid) from t where kind in ('v', 'm')
            union all select nspname || '.', 'schema ' || nspname, '' from pg_namespace
            where nspname in (null{schemas})
            union all select name, 'type ' || name, '(' || coalesce((select string_agg(
                    '''' || replace(e.enumlabel, '''', '''''') || '''', ', ' order by e.enumsortorder)
                from pg_enum e where e.enumtypid = y.oid), '') || ')' from (
                    select c.oid, case when n.nspname = current_schema() then '' else n.nspname || '.' end
                        || c.typname as name
                    from pg_type c join pg_namespace n on n.oid = c.typnamespace
                    where c.typtype = 'e' and n.nspname in (current_schema(){schemas}) and {named c.typname}
                    and {own c}) y
            union all select name, 'sequence ' || name, '' || s.seqincrement
            from t join pg_sequence s on s.seqrelid = t.oid
            where not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'i')
            union all select name, 'column ' || name || '.' || a.attname, format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else ' nullable' end
            from t join pg_attribute a on a.attrelid = t.oid
            where kind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            union all select name, x.word || name || '.' || a.attname, ''
            from t join pg_attribute a on a.attrelid = t.oid
            join (values ('default of '), ('identity of '), ('generation of ')) x (word) on case x.word
                when 'default of ' then a.atthasdef and a.attgenerated = ''
                when 'identity of ' then a.attidentity <> '' else a.attgenerated <> '' end
            where kind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            union all select name, case c.contype when 'p' then 'primary key ' when 'f' then 'foreign key '
                when 'u' then 'unique key ' when 'x' then 'exclusion ' else 'check ' end || c.conname || ' of '
                || name, case when c.contype in ('p', 'u') then (
                    select '(' || string_agg(a.attname, ', ' order by k.n) || ')'
                    from unnest(c.conkey) with ordinality k (a, n)
                    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.a)
                when c.contype = 'f' then (
                        select '(' || string_agg(a.attname, ', ' order by k.n) || ') references ' || case rn.nspname
                            when current_schema() then '' else rn.nspname || '.' end || r.relname || ' ('
                            || string_agg(b.attname, ', ' order by k.n) || ') on delete '
                        from unnest(c.conkey, c.confkey) with ordinality k (a, b, n)
                        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.a
                        join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.b
                        join pg_class r on r.oid = c.confrelid join pg_namespace rn on rn.oid = r.relnamespace
                        group by rn.nspname, r.relname)
                        || {action c.confdeltype} || ' on update ' || {action c.confupdtype} else '' end
            from t join pg_constraint c on c.conrelid = t.oid where c.contype in ('p', 'f', 'u', 'x', 'c')
            union all select name, 'index ' || i.relname || ' of ' || name,
                case when x.indisunique then 'unique ' else '' end || (
                    select '(' || string_agg(coalesce((select a.attname from pg_attribute a where a.attrelid = t.oid
                            and a.attnum = nullif(x.indkey[k - 1], 0)), pg_get_indexdef(x.indexrelid, k, true))
                        || case when x.indoption[k - 1] & 1 = 1 then ' desc' else '' end, ', ' order by k) || ')'
                    from generate_series(1, x.indnkeyatts) k)
            from t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
            where x.indisvalid and not exists (
                select 1 from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u', 'x'))
            union all select name, 'trigger ' || g.tgname || ' of ' || name, pg_get_triggerdef(g.oid)
            from t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
            """.replaceAll(
                    "[{]own c}",
                    "not exists (select 1 from pg_depend x"
                            + " where (x.classid, x.objid, x.deptype) = (c.tableoid, c.oid, 'e'))")
            .replaceAll(
                    "[{]action (\\S+)[}]",
                    "case $1 when 'c' then 'cascade' when 'r' then 'restrict' when 'n' then 'set null'"
                            + " when 'd' then 'set default' else 'no action' end");

    private PostgresCatalogue() {}
}
