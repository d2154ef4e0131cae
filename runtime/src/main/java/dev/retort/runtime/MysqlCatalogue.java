package dev.retort.runtime;

/**
 * The query of {@link Database#catalogue} for MariaDB and MySQL (INFORMATION_SCHEMA). Widths that MariaDB shows of whole
 * numbers say nothing; restrict and no action are one.
 */
final class MysqlCatalogue {

    static final String QUERY = """
            select t.name, t.item, t.detail from (
            select {name} as name, concat('table ', {name}) as item, '' as detail
            from information_schema.tables where table_type = 'BASE TABLE' and {scope}
            union all select {name}, concat(case when table_type = 'SEQUENCE' then 'sequence ' else 'view ' end, {name}), '' from information_schema.tables where table_type in ('SEQUENCE', 'VIEW') and {scope}
            union all select concat(schema_name, '.'), concat('schema ', schema_name), ''
            from information_schema.schemata where schema_name in (null{schemas})
            union all select {name}, concat('column ', {name}, '.', column_name),
                concat(case when data_type like '%int' then concat(data_type, case when column_type like '%unsigned%'
                    then ' unsigned' else '' end) else column_type end,
                    case is_nullable when 'NO' then ' not null' else ' nullable' end)
            from information_schema.columns where {scope}
            union all select {name}, concat('default of ', {name}, '.', column_name), ''
            from information_schema.columns where coalesce(column_default, 'NULL') <> 'NULL' and {scope}
            union all select {name}, concat('identity of ', {name}, '.', column_name), ''
            from information_schema.columns where extra like '%auto_increment%' and {scope}
            union all select {name}, concat('generation of ', {name}, '.', column_name), ''
            from information_schema.columns where coalesce(generation_expression, '') <> '' and {scope}
            union all select {name}, case index_name when 'PRIMARY' then concat('primary key of ', {name})
                else concat('index ', index_name, ' of ', {name}) end,
                concat(case when non_unique = 0 and index_name <> 'PRIMARY' then 'unique ' else '' end, '(',
                    group_concat(concat(column_name, case collation when 'D' then ' desc' else '' end)
                        order by seq_in_index separator ', '), ')')
            from information_schema.statistics where {scope} group by table_schema, table_name, index_name, non_unique
            union all select {k.name}, concat('foreign key ', k.constraint_name, ' of ', {k.name}),
                concat('(', group_concat(k.column_name order by k.ordinal_position separator ', '), ') references ',
                    case k.referenced_table_schema when database() then ''
                        else concat(k.referenced_table_schema, '.') end, k.referenced_table_name, ' (', group_concat(k.referenced_column_name
                    order by k.ordinal_position separator ', '), ') on delete ', replace(lower(max(r.delete_rule)), 'no action', 'restrict'),
                    ' on update ', replace(lower(max(r.update_rule)), 'no action', 'restrict'))
            from information_schema.key_column_usage k
            join information_schema.referential_constraints r on r.constraint_schema = k.constraint_schema
                and r.table_name = k.table_name and r.constraint_name = k.constraint_name
            where k.referenced_table_name is not null and k.table_schema in (database(){schemas}) and {named k.table_name}
            group by k.table_schema, k.table_name, k.referenced_table_schema, k.constraint_name, k.referenced_table_name
            union all select {name}, concat('check ', constraint_name, ' of ', {name}), ''
            from information_schema.table_constraints where constraint_type = 'CHECK' and {scope}
            union all select {name}, concat('trigger ', trigger_name, ' of ', {name}), '' from (
                select trigger_name, event_object_schema as table_schema, event_object_table as table_name
                from information_schema.triggers) g where {scope}
            ) t where lower(t.name) not in ({history})
            """.replace(
                    "{name}",
                    "concat(case table_schema when database() then '' else concat(table_schema, '.') end, table_name)")
            .replace(
                    "{k.name}",
                    "concat(case k.table_schema when database() then '' else concat(k.table_schema, '.') end,"
                            + " k.table_name)")
            .replace("{scope}", "table_schema in (database(){schemas}) and {named table_name}");

    private MysqlCatalogue() {}
}
