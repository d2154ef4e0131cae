package dev.retort.processor.catalogue;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.Extras;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the catalogue of a database of one dialect will say of a schema: one line for each table, column, key, index …,
 * and what is to be known of it, in the form of the runtime's queries. Empty, or {@code *} for the type of a column,
 * where a database may word it in its own way.
 */
public final class CatalogueLines {
    private final DatabaseDialect dialect;
    private final CatalogueTypes types;
    private final SortedMap<String, String> lines = new TreeMap<>();

    private CatalogueLines(DatabaseDialect dialect) {
        this.dialect = dialect;
        this.types = new CatalogueTypes(dialect);
    }

    public static SortedMap<String, String> of(Schema schema, DatabaseDialect dialect) {
        CatalogueLines catalogue = new CatalogueLines(dialect);
        schema.tables().forEach(catalogue::table);
        schema.sequences().forEach(catalogue::sequence);
        catalogue.extras(schema.extras());
        return catalogue.lines;
    }

    private void table(Table table) {
        String name = name(table.name());
        lines.put("table " + name, "");
        table.columns().forEach(column -> column(table, name, column));
        table.constraints().forEach(constraint -> constraint(name, constraint));
        table.indexes().forEach(index -> index(name, index));
    }

    private void column(Table table, String tableName, Column column) {
        String name = tableName + "." + dialect.stored(column.name());
        boolean rowid = column.identity() && dialect.family() == Family.SQLITE;
        boolean nullable = rowid
                || (column.generatedAs().isPresent() && !dialect.family().allowsNotNullOfGenerated())
                || (column.nullable() && !column.identity() && !isInPrimaryKey(table, column));
        lines.put(
                "column " + name,
                (rowid ? "integer" : types.of(column.type())) + (nullable ? " nullable" : " not null"));
        if (column.defaultValue()
                .filter(value -> !dialect.literal(value).strip().equalsIgnoreCase("null"))
                .isPresent()) {
            lines.put("default of " + name, "");
        }
        if (column.identity() && !rowid) {
            lines.put("identity of " + name, "");
        }
        if (column.generatedAs().isPresent()) {
            lines.put("generation of " + name, "");
        }
        if (dialect.typeCondition(column.name(), column.type()).isPresent()) {
            check(tableName, ConstraintNames.enumeration(table.name().name(), column.name()));
        }
    }

    private static boolean isInPrimaryKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> Names.contains(key.columns(), column.name()))
                .isPresent();
    }

    private void constraint(String table, Constraint constraint) {
        Name name = constraint.name().orElseThrow();
        String columns = "(" + columns(constraint.columns()) + ")";
        if (constraint instanceof PrimaryKey) {
            boolean named = dialect.family() == Family.H2 || dialect.family() == Family.POSTGRESQL;
            lines.put("primary key " + (named ? dialect.stored(name) + " " : "") + "of " + table, columns);
        } else if (constraint instanceof UniqueKey) {
            switch (dialect.family()) {
                case SQLITE -> lines.put("unique key " + columns + " of " + table, "");
                case MARIADB, MYSQL -> lines.put("index " + dialect.stored(name) + " of " + table, "unique " + columns);
                default -> lines.put("unique key " + dialect.stored(name) + " of " + table, columns);
            }
        } else if (constraint instanceof ForeignKey key) {
            foreignKey(table, key, columns);
        } else if (constraint instanceof Check) {
            check(table, name);
        } else if (constraint instanceof Exclusion) {
            lines.put("exclusion " + dialect.stored(name) + " of " + table, "");
        }
    }

    /** H2 may tell the columns in another order: they are expected by name. */
    private void foreignKey(String table, ForeignKey key, String columns) {
        boolean h2 = dialect.family() == Family.H2;
        String target = "references " + name(key.table()) + " ("
                + (h2 ? byName(key.referenced()) : columns(key.referenced())) + ") on delete "
                + action(key.onDelete()) + " on update " + action(key.onUpdate());
        if (dialect.family() == Family.SQLITE) {
            lines.put("foreign key " + columns + " of " + table, target);
        } else {
            lines.put(
                    "foreign key " + dialect.stored(key.name().orElseThrow()) + " of " + table,
                    (h2 ? "(" + byName(key.columns()) + ")" : columns) + " " + target);
        }
    }

    /** SQLite does not tell of checks. */
    private void check(String table, Name name) {
        if (dialect.family() != Family.SQLITE) {
            lines.put("check " + dialect.stored(name) + " of " + table, "");
        }
    }

    private String action(ForeignKey.Action action) {
        String word = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean one = dialect.family() == Family.MARIADB || dialect.family() == Family.MYSQL;
        return one && action == ForeignKey.Action.NO_ACTION ? "restrict" : word;
    }

    private void index(String table, Index index) {
        boolean plain = index.isOnColumns();
        lines.put(
                "index " + dialect.stored(index.name().orElseThrow()) + " of " + table,
                plain
                        ? (index.unique() ? "unique " : "")
                                + index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"))
                        : "");
    }

    private String part(IndexPart part) {
        return dialect.stored(part.column().orElseThrow()) + (part.descending() ? " desc" : "");
    }

    private void sequence(Sequence sequence) {
        String name = name(sequence.name());
        if (dialect.family() == Family.SQLITE || dialect.family() == Family.MYSQL) {
            lines.put("table " + name, "");
            lines.put("column " + name + ".next_val", "bigint nullable");
        } else {
            lines.put("sequence " + name, "");
        }
    }

    /** Of views and triggers, whose text a database words in its own way, only that they are there. SQLite has no schemas. */
    private void extras(Extras extras) {
        extras.views().values().forEach(view -> lines.put("view " + name(view.name()), ""));
        extras.triggers()
                .values()
                .forEach(trigger ->
                        lines.put("trigger " + dialect.stored(trigger.name()) + " of " + name(trigger.table()), ""));
        if (dialect.family() != Family.SQLITE) {
            extras.schemas().values().forEach(schema -> lines.put("schema " + name(QualifiedName.of(schema)), ""));
        }
        extras.enumTypes()
                .values()
                .forEach(type -> lines.put(
                        "type " + name(type.name()),
                        type.labels().stream()
                                .map(label -> "'" + label.replace("'", "''") + "'")
                                .collect(Collectors.joining(", ", "(", ")"))));
    }

    private String byName(List<Name> columns) {
        return columns.stream().map(dialect::stored).sorted().collect(Collectors.joining(", "));
    }

    private String columns(List<Name> columns) {
        return columns.stream().map(dialect::stored).collect(Collectors.joining(", "));
    }

    /** SQLite has no schemas. */
    private String name(QualifiedName name) {
        return dialect.family() == Family.SQLITE ? dialect.stored(name.name()) : dialect.stored(name);
    }
}
