package dev.retort.processor;

import dev.retort.processor.sql.LiveDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeSet;

/** What H2's information schema says. */
final class H2Facts {
    private final Connection connection;
    private final TreeSet<String> facts = new TreeSet<>();

    private H2Facts(Connection connection) {
        this.connection = connection;
    }

    static TreeSet<String> of(Connection connection) throws SQLException {
        H2Facts h2 = new H2Facts(connection);
        h2.all();
        return h2.facts;
    }

    private void all() throws SQLException {
        query("column", """
                select table_schema, table_name, column_name, data_type, character_maximum_length, numeric_precision,
                  numeric_scale, datetime_precision, is_nullable, column_default, is_identity, is_generated,
                  generation_expression, remarks
                from information_schema.columns where table_schema not in ('INFORMATION_SCHEMA')
                """);
        query("enum", """
                select c.table_name, c.column_name, e.value_ordinal, e.value_name from information_schema.columns c
                join information_schema.enum_values e on e.object_name = c.table_name and e.object_type = 'TABLE'
                  and e.enum_identifier = c.dtd_identifier and e.object_schema = c.table_schema
                """);
        keys();
        // The index that H2 makes for a foreign key is there only if no other serves.
        query("index", """
                select distinct i.table_schema, i.table_name, i.index_type_name,
                  (select listagg(c.column_name || ' ' || c.ordering_specification || coalesce(' ' || c.null_ordering, ''), ',')
                     within group (order by c.ordinal_position)
                   from information_schema.index_columns c where c.index_name = i.index_name and c.index_schema = i.index_schema),
                  case when i.is_generated then '' else '[' || i.index_name || ']' end
                from information_schema.indexes i where i.index_type_name = 'UNIQUE INDEX' or not i.is_generated
                """);
        query("sequence", """
                select sequence_schema, sequence_name, data_type, start_value, minimum_value, maximum_value, increment,
                  cycle_option, cache
                from information_schema.sequences where sequence_name not like 'SYSTEM_SEQUENCE%'
                """);
        query("table", """
                select table_schema, table_name, table_type, remarks from information_schema.tables
                where table_schema <> 'INFORMATION_SCHEMA'
                """);
        query("view", """
                select table_schema, table_name, view_definition from information_schema.views
                where table_schema <> 'INFORMATION_SCHEMA'
                """);
        domains();
    }

    private void keys() throws SQLException {
        query("key", """
                select t.table_schema, t.table_name, t.constraint_type,
                  (select listagg(k.column_name, ',') within group (order by k.ordinal_position)
                   from information_schema.key_column_usage k where k.constraint_name = t.constraint_name
                     and k.constraint_schema = t.constraint_schema),
                  (select p.table_name || '(' || (select listagg(k.column_name, ',') within group (order by k.ordinal_position)
                     from information_schema.key_column_usage k where k.constraint_name = p.constraint_name
                       and k.constraint_schema = p.constraint_schema) || ') ' || r.delete_rule || ' ' || r.update_rule
                   from information_schema.referential_constraints r
                   join information_schema.table_constraints p on p.constraint_name = r.unique_constraint_name
                     and p.constraint_schema = r.unique_constraint_schema
                   where r.constraint_name = t.constraint_name and r.constraint_schema = t.constraint_schema),
                  (select c.check_clause from information_schema.check_constraints c
                   where c.constraint_name = t.constraint_name and c.constraint_schema = t.constraint_schema),
                  '[' || t.constraint_name || ']'
                from information_schema.table_constraints t
                """);
    }

    private void domains() throws SQLException {
        query("domain", """
                select domain_schema, domain_name, data_type, character_maximum_length, numeric_precision, numeric_scale,
                  domain_default, remarks
                from information_schema.domains
                """);
        query("domain's enum", """
                select object_schema, object_name, value_ordinal, value_name from information_schema.enum_values
                where object_type = 'DOMAIN'
                """);
        query("domain's check", """
                select d.domain_schema, d.domain_name, c.check_clause from information_schema.domain_constraints d
                join information_schema.check_constraints c on c.constraint_name = d.constraint_name
                  and c.constraint_schema = d.constraint_schema
                """);
    }

    private void query(String kind, String sql) throws SQLException {
        for (String row : LiveDatabase.rows(connection, sql)) {
            facts.add(kind + " " + row.replace('|', ' '));
        }
    }
}
