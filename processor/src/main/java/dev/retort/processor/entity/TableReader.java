package dev.retort.processor.entity;

import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.unique.CreateTableUniqueDelegate;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

/** One of Hibernate's tables as one of ours. What Hibernate keeps in no order is sorted. */
final class TableReader {
    private final HibernateBoot.Bound bound;
    private final Dialect dialect;
    private final HibernateNames names;
    private final ChecksReader checks;

    TableReader(HibernateBoot.Bound bound, HibernateNames names, ChecksReader checks) {
        this.bound = bound;
        this.dialect = bound.metadata().getDatabase().getDialect();
        this.names = names;
        this.checks = checks;
    }

    Table read(org.hibernate.mapping.Table table) {
        return new Table(
                names.of(table),
                table.getColumns().stream().map(this::column).toList(),
                primaryKey(table),
                foreignKeys(table),
                uniqueKeys(table),
                checks.read(table),
                indexes(table),
                canComment(dialect.getTableComment("")) ? Optional.ofNullable(table.getComment()) : Optional.empty());
    }

    private dev.retort.processor.schema.Column column(Column column) {
        boolean silentOnNull =
                column.getGeneratedAs() != null && !NewerHibernate.supportsNotNullAfterGeneratedAs(dialect);
        return new dev.retort.processor.schema.Column(
                HibernateNames.of(column),
                dev.retort.processor.schema.DataType.nativeType(column.getSqlType(bound.metadata())),
                column.isNullable() || silentOnNull,
                Optional.ofNullable(column.getDefaultValue())
                        .map(value -> NewerHibernate.columnDefault(dialect, value))
                        .map(DefaultValue.Expression::new),
                column.isIdentity(),
                Optional.ofNullable(column.getGeneratedAs()),
                Optional.ofNullable(column.getCollation()),
                canComment(dialect.getColumnComment("")) ? Optional.ofNullable(column.getComment()) : Optional.empty());
    }

    /** @param clause what the dialect puts into a declaration, empty if it has a statement for it */
    private boolean canComment(String clause) {
        return dialect.supportsCommentOn() || !clause.isEmpty();
    }

    /** A unique key over the same columns gives the primary key its name, as in {@code StandardTableExporter}. */
    private static Optional<PrimaryKey> primaryKey(org.hibernate.mapping.Table table) {
        org.hibernate.mapping.PrimaryKey key = table.getPrimaryKey();
        if (key == null) {
            return Optional.empty();
        }
        Optional<Name> name = Optional.ofNullable(key.getOrderingUniqueKey())
                .filter(org.hibernate.mapping.UniqueKey::isNameExplicit)
                .map(unique -> HibernateNames.ofSql(unique.getName()));
        return Optional.of(new PrimaryKey(name, columns(key.getColumns())));
    }

    private List<ForeignKey> foreignKeys(org.hibernate.mapping.Table table) {
        return table.getForeignKeyCollection().stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .map(this::foreignKey)
                .sorted(Comparator.comparing((ForeignKey key) -> Names.list(key.columns()))
                        .thenComparing(key -> key.table().key()))
                .toList();
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        List<Column> referenced = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        return new ForeignKey(
                written(key.getName()),
                columns(key.getColumns()),
                names.of(key.getReferencedTable()),
                columns(referenced),
                ForeignKeyActions.onDelete(key),
                ForeignKeyActions.onUpdate(key),
                false);
    }

    /** Keys over several columns are the table's; one over a single column may only be noted at the column. */
    private List<UniqueKey> uniqueKeys(org.hibernate.mapping.Table table) {
        List<UniqueKey> keys = new ArrayList<>();
        for (org.hibernate.mapping.UniqueKey key : table.getUniqueKeys().values()) {
            Optional<Name> name = key.isNameExplicit() && !isSaidByColumn(table, key)
                    ? Optional.of(HibernateNames.ofSql(key.getName()))
                    : nameOfAlteration(key.getName());
            keys.add(new UniqueKey(name, columns(key.getColumns()), false));
        }
        for (Column column : table.getColumns()) {
            List<Name> alone = List.of(HibernateNames.of(column));
            if (column.isUnique()
                    && !table.isPrimaryKey(column)
                    && keys.stream().noneMatch(key -> Names.sameKeys(key.columns(), alone))) {
                keys.add(new UniqueKey(nameOfAlteration(column.getUniqueKeyName()), alone, false));
            }
        }
        keys.sort(Comparator.comparing((UniqueKey key) -> Names.list(key.columns()))
                .thenComparing(key -> key.name().map(Name::key).orElse("")));
        return keys;
    }

    /** Hibernate writes the key of a column that is {@code unique} with the column, and forgets the name. */
    private boolean isSaidByColumn(org.hibernate.mapping.Table table, org.hibernate.mapping.UniqueKey key) {
        if (key.getColumnSpan() != 1) {
            return false;
        }
        Column column = Objects.requireNonNullElse(table.getColumn(key.getColumn(0)), key.getColumn(0));
        return column.isUnique()
                && !dialect.getUniqueDelegate()
                        .getColumnDefinitionUniquenessFragment(column, bound.context())
                        .isEmpty();
    }

    /** Within {@code create table} a key that nobody named has no name; a statement of its own must have one. */
    private Optional<Name> nameOfAlteration(@Nullable String name) {
        return name == null
                        || !dialect.hasAlterTable()
                        || dialect.getUniqueDelegate() instanceof CreateTableUniqueDelegate
                ? Optional.empty()
                : written(name);
    }

    private List<Index> indexes(org.hibernate.mapping.Table table) {
        return table.getIndexes().values().stream()
                .map(this::index)
                .sorted(Comparator.comparing((Index index) -> Names.list(index.columns()))
                        .thenComparing(index -> index.name().map(Name::key).orElse("")))
                .toList();
    }

    private Index index(org.hibernate.mapping.Index index) {
        List<IndexPart> parts = new ArrayList<>();
        for (Selectable selectable : index.getSelectables()) {
            boolean descending = index.getSelectableOrderMap()
                    .getOrDefault(selectable, "")
                    .strip()
                    .equalsIgnoreCase("desc");
            parts.add(
                    selectable instanceof Column column
                            ? new IndexPart(Optional.of(HibernateNames.of(column)), "", descending)
                            : new IndexPart(Optional.empty(), selectable.getText(dialect), descending));
        }
        return new Index(written(nameAsExported(index)), parts, index.isUnique(), false);
    }

    /** As {@code StandardIndexExporter} has it, which loses the quotes where the name is not qualified. */
    private String nameAsExported(org.hibernate.mapping.Index index) {
        return dialect.qualifyIndexName()
                ? bound.metadata()
                        .getDatabase()
                        .getJdbcEnvironment()
                        .getIdentifierHelper()
                        .toIdentifier(index.getQuotedName(dialect))
                        .render()
                : index.getName();
    }

    /** Empty for a name that a naming strategy made up. */
    private Optional<Name> written(String rendered) {
        Name name = HibernateNames.ofSql(rendered);
        return bound.madeUpNames().contains(name.text()) ? Optional.empty() : Optional.of(name);
    }

    private static List<Name> columns(List<Column> columns) {
        return columns.stream().map(HibernateNames::of).toList();
    }
}
