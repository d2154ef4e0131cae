package dev.retort.processor;

import dev.retort.processor.sql.LiveDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
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
        indexes();
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

    /** Joined here: its information schema has no indexes of its own, and a subquery a row takes seconds. */
    private void keys() throws SQLException {
        Map<String, String> columns = pairs("""
                select constraint_schema || '.' || constraint_name,
                  listagg(column_name, ',') within group (order by ordinal_position)
                from information_schema.key_column_usage group by constraint_schema, constraint_name
                """);
        Map<String, String> tables = pairs("""
                select constraint_schema || '.' || constraint_name, table_name from information_schema.table_constraints
                """);
        Map<String, String> conditions = pairs("""
                select constraint_schema || '.' || constraint_name, check_clause from information_schema.check_constraints
                """);
        Map<String, String> references = pairs("""
                select constraint_schema || '.' || constraint_name, unique_constraint_schema || '.' || unique_constraint_name
                from information_schema.referential_constraints
                """);
        Map<String, String> actions = pairs("""
                select constraint_schema || '.' || constraint_name, delete_rule || ' ' || update_rule
                from information_schema.referential_constraints
                """);
        Map<String, String> places = pairs("""
                select constraint_schema || '.' || constraint_name, table_schema || ' ' || table_name || ' ' || constraint_type
                from information_schema.table_constraints
                """);
        places.forEach((key, place) -> {
            String referred = references.get(key);
            facts.add("key " + place + " " + columns.get(key) + " "
                    + (referred == null
                            ? "null"
                            : tables.get(referred) + "(" + columns.get(referred) + ") " + actions.get(key))
                    + " " + conditions.get(key) + " [" + key.substring(key.indexOf('.') + 1) + "]");
        });
    }

    /** The index that H2 makes for a foreign key is there only if no other serves. */
    private void indexes() throws SQLException {
        Map<String, String> columns = pairs("""
                select index_schema || '.' || index_name,
                  listagg(column_name || ' ' || ordering_specification || coalesce(' ' || null_ordering, ''), ',')
                    within group (order by ordinal_position)
                from information_schema.index_columns group by index_schema, index_name
                """);
        pairs("""
                select index_schema || '.' || index_name, table_schema || ' ' || table_name || ' ' || index_type_name || ' '
                  || case when is_generated then '' else '[' || index_name || ']' end
                from information_schema.indexes where index_type_name = 'UNIQUE INDEX' or not is_generated
                """).forEach((key, place) -> {
            int name = place.indexOf('[');
            String where = name < 0 ? place : place.substring(0, name);
            facts.add("index " + where + columns.get(key) + " " + (name < 0 ? "" : place.substring(name)));
        });
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        for (String row : LiveDatabase.rows(connection, sql)) {
            int bar = row.indexOf('|');
            pairs.put(row.substring(0, bar), row.substring(bar + 1));
        }
        return pairs;
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
