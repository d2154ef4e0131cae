package dev.retort.runtime;

/**
 * The query of {@link Database#catalogue} for H2 (INFORMATION_SCHEMA). Types are in lower case. KEY_COLUMN_USAGE goes on
 * with the old name of a column that was renamed until the database is closed. So the columns of a foreign key are told as
 * those of its index, which may be another's with the same columns in another order: by name.
 */
final class H2Catalogue {

    static final String QUERY = """
            select t.name, t.item, t.detail from (
            select {name} as name, 'table ' || {name} as item, '' as detail
            from INFORMATION_SCHEMA.TABLES where TABLE_TYPE = 'BASE TABLE' and {scope}
            union all select {name}, 'view ' || {name}, '' from INFORMATION_SCHEMA.TABLES where TABLE_TYPE = 'VIEW' and {scope}
            union all select SCHEMA_NAME || '.', 'schema ' || SCHEMA_NAME, '' from INFORMATION_SCHEMA.SCHEMATA
            where SCHEMA_NAME in (null{schemas})
            union all select {name}, 'sequence ' || {name}, '' || INCREMENT from (
                select SEQUENCE_SCHEMA as TABLE_SCHEMA, SEQUENCE_NAME as TABLE_NAME, INCREMENT
                from INFORMATION_SCHEMA.SEQUENCES) where {scope}
            union all select {name}, 'column ' || {name} || '.' || COLUMN_NAME, case DATA_TYPE
                when 'ENUM' then 'enum (' || (
                    select listagg(char(39) || replace(VALUE_NAME, char(39), char(39) || char(39)) || char(39), ',') within group (order by VALUE_ORDINAL)
                    from INFORMATION_SCHEMA.ENUM_VALUES v where v.OBJECT_SCHEMA = c.TABLE_SCHEMA
                    and v.OBJECT_NAME = c.TABLE_NAME and v.ENUM_IDENTIFIER = c.DTD_IDENTIFIER) || ')'
                when 'ARRAY' then (select lower(e.DATA_TYPE) from INFORMATION_SCHEMA.ELEMENT_TYPES e
                    where e.OBJECT_SCHEMA = c.TABLE_SCHEMA and e.OBJECT_NAME = c.TABLE_NAME
                    and e.COLLECTION_TYPE_IDENTIFIER = c.DTD_IDENTIFIER) || ' array'
                else lower(DATA_TYPE) || case
                    when DATA_TYPE like '%OBJECT' or DATA_TYPE = 'JSON' then ''
                        when CHARACTER_MAXIMUM_LENGTH is not null then '(' || CHARACTER_MAXIMUM_LENGTH || ')'
                    when DATA_TYPE = 'NUMERIC' then '(' || NUMERIC_PRECISION || ',' || NUMERIC_SCALE || ')'
                    when DATA_TYPE like 'TIME%' then '(' || DATETIME_PRECISION || ')' else '' end
                end || case IS_NULLABLE when 'NO' then ' not null' else ' nullable' end
            from INFORMATION_SCHEMA.COLUMNS c where {scope}
            union all select {name}, 'default of ' || {name} || '.' || COLUMN_NAME, ''
            from INFORMATION_SCHEMA.COLUMNS where COLUMN_DEFAULT <> 'NULL' and {scope}
            union all select {name}, 'identity of ' || {name} || '.' || COLUMN_NAME, ''
            from INFORMATION_SCHEMA.COLUMNS where IS_IDENTITY = 'YES' and {scope}
            union all select {name}, 'generation of ' || {name} || '.' || COLUMN_NAME, ''
            from INFORMATION_SCHEMA.COLUMNS where IS_GENERATED = 'ALWAYS' and {scope}
            union all select {name}, case CONSTRAINT_TYPE when 'PRIMARY KEY' then 'primary key '
                when 'FOREIGN KEY' then 'foreign key ' when 'UNIQUE' then 'unique key ' else 'check ' end
                || CONSTRAINT_NAME || ' of ' || {name}, case when CONSTRAINT_TYPE in ('PRIMARY KEY', 'UNIQUE') then (
                        select '(' || listagg(k.COLUMN_NAME, ', ') within group (order by k.ORDINAL_POSITION) || ')'
                        from INFORMATION_SCHEMA.INDEX_COLUMNS k
                        where k.INDEX_SCHEMA = c.INDEX_SCHEMA and k.INDEX_NAME = c.INDEX_NAME)
                    when CONSTRAINT_TYPE = 'FOREIGN KEY' then (
                        select {columns c} || ' references ' || case u.TABLE_SCHEMA when current_schema then ''
                            else u.TABLE_SCHEMA || '.' end || u.TABLE_NAME || ' ' || {columns u} || ' on delete '
                            || lower(r.DELETE_RULE) || ' on update ' || lower(r.UPDATE_RULE)
                        from INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
                        join INFORMATION_SCHEMA.TABLE_CONSTRAINTS u
                        on u.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA
                        and u.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
                        where r.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA and r.CONSTRAINT_NAME = c.CONSTRAINT_NAME)
                    else '' end
                from INFORMATION_SCHEMA.TABLE_CONSTRAINTS c where {scope}
            union all select {name}, 'index ' || INDEX_NAME || ' of ' || {name}, case INDEX_TYPE_NAME
                when 'UNIQUE INDEX' then 'unique ' else '' end || (
                    select '(' || listagg(k.COLUMN_NAME || case k.ORDERING_SPECIFICATION when 'DESC' then ' desc'
                        else '' end, ', ') within group (order by k.ORDINAL_POSITION) || ')'
                    from INFORMATION_SCHEMA.INDEX_COLUMNS k where k.INDEX_SCHEMA = i.INDEX_SCHEMA
                    and k.INDEX_NAME = i.INDEX_NAME and k.TABLE_NAME = i.TABLE_NAME)
            from INFORMATION_SCHEMA.INDEXES i
            where IS_GENERATED = false and INDEX_TYPE_NAME in ('INDEX', 'UNIQUE INDEX') and {scope}
            union all select {name}, 'trigger ' || TRIGGER_NAME || ' of ' || {name}, '' from (
                select TRIGGER_NAME, EVENT_OBJECT_SCHEMA as TABLE_SCHEMA, EVENT_OBJECT_TABLE as TABLE_NAME
                from INFORMATION_SCHEMA.TRIGGERS) where {scope}
            ) t where lower(t.name) not in ({history}, 'retort_lock')
            """.replace(
                    "{scope}", "TABLE_SCHEMA in (current_schema{schemas}) and {named TABLE_NAME}")
            .replace(
                    "{name}",
                    "case TABLE_SCHEMA when current_schema then '' else TABLE_SCHEMA || '.' end || TABLE_NAME")
            .replaceAll(
                    "[{]columns (\\S)}",
                    "(select '(' || listagg(i.COLUMN_NAME, ', ') within group (order by i.COLUMN_NAME) || ')'"
                            + " from INFORMATION_SCHEMA.INDEX_COLUMNS i where i.INDEX_SCHEMA = $1.INDEX_SCHEMA"
                            + " and i.INDEX_NAME = $1.INDEX_NAME and i.ORDINAL_POSITION <= (select count(*)"
                            + " from INFORMATION_SCHEMA.KEY_COLUMN_USAGE k"
                            + " where k.CONSTRAINT_SCHEMA = $1.CONSTRAINT_SCHEMA"
                            + " and k.CONSTRAINT_NAME = $1.CONSTRAINT_NAME))");

    private H2Catalogue() {}
}
