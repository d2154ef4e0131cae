package dev.retort.processor.entity;

import dev.retort.processor.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** What Hibernate writes of tables that is no part of a schema: rows that generators count from, and storage clauses. */
final class TableDetails {
    private final SqlStringGenerationContext context;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    TableDetails(SqlStringGenerationContext context) {
        this.context = context;
    }

    void read(QualifiedName name, Table table) {
        List<String> statements = new ArrayList<>();
        table.getInitCommands(context).forEach(command -> statements.addAll(Arrays.asList(command.initCommands())));
        if (!statements.isEmpty()) {
            rows.put(name.key(), List.copyOf(statements));
        }
        String key = name.key();
        String extra = table.getColumns().stream()
                .map(column -> column.getValue().getExtraCreateTableInfo())
                .collect(Collectors.joining());
        option("table " + key, extra + " " + Objects.requireNonNullElse(table.getOptions(), ""));
        option("declaration " + key, NewerHibernate.extraDeclarations(table).orElse(null));
        for (Column column : table.getColumns()) {
            option("column " + key + "." + HibernateNames.of(column).key(), column.getOptions());
            column.getCheckConstraints().forEach(check -> check(key, check));
        }
        table.getChecks().forEach(check -> check(key, check));
        table.getUniqueKeys().values().forEach(unique -> constraint("unique key", key, unique, unique.getOptions()));
        table.getForeignKeyCollection()
                .forEach(foreign ->
                        constraint("foreign key", key, foreign, ForeignKeyActions.without(foreign.getOptions())));
        for (Index index : table.getIndexes().values()) {
            option("index " + key + " " + index.getName(), index.getOptions());
        }
    }

    private void check(String table, CheckConstraint check) {
        Dialect dialect = context.getDialect();
        option(
                "check " + table + " " + check.getConstraint(),
                inserted(
                        dialect.getCheckConstraintString(new CheckConstraint(check.getName(), check.getConstraint())),
                        dialect.getCheckConstraintString(check)));
    }

    /** Where options stand in a check differs by dialect and version of Hibernate. */
    private static String inserted(String plain, String full) {
        int same = 0;
        while (same < plain.length() && plain.charAt(same) == full.charAt(same)) {
            same++;
        }
        return full.substring(same, full.length() - (plain.length() - same));
    }

    private void constraint(String kind, String table, Constraint constraint, @Nullable String options) {
        String columns = constraint.getColumns().stream()
                .map(column -> HibernateNames.of(column).key())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        option(kind + " " + table + " (" + columns + ")", options);
    }

    void option(String of, @Nullable String text) {
        Optional.ofNullable(text)
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .ifPresent(option -> options.put(of, option));
    }

    Map<String, List<String>> rows() {
        return rows;
    }

    Map<String, String> options() {
        return options;
    }
}
