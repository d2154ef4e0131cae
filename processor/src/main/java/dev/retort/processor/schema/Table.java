package dev.retort.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table with everything that hangs on it. */
public record Table(
        QualifiedName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<ForeignKey> foreignKeys,
        List<UniqueKey> uniqueKeys,
        List<Check> checks,
        List<Index> indexes,
        Optional<String> comment,
        List<Exclusion> exclusions) {

    public Table {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueKeys = List.copyOf(uniqueKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        exclusions = List.copyOf(exclusions);
    }

    /** A table without exclusions. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            Optional<PrimaryKey> primaryKey,
            List<ForeignKey> foreignKeys,
            List<UniqueKey> uniqueKeys,
            List<Check> checks,
            List<Index> indexes,
            Optional<String> comment) {
        this(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, comment, List.of());
    }

    /** A table without a comment and exclusions. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            Optional<PrimaryKey> primaryKey,
            List<ForeignKey> foreignKeys,
            List<UniqueKey> uniqueKeys,
            List<Check> checks,
            List<Index> indexes) {
        this(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, Optional.empty());
    }

    public Optional<Column> column(Name column) {
        for (Column each : columns) {
            if (each.name().sameKey(column)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Keys and checks, the primary key first. */
    public List<Constraint> constraints() {
        return Stream.<Constraint>concat(
                        primaryKey.stream(),
                        Stream.of(foreignKeys, uniqueKeys, checks, exclusions).flatMap(List::stream))
                .toList();
    }

    public Optional<Constraint> constraint(Name constraint) {
        return constraints().stream().filter(Constraint.named(constraint)).findFirst();
    }

    public Optional<Index> index(Name index) {
        return indexes.stream().filter(i -> i.hasName(index)).findFirst();
    }

    public Table renamed(QualifiedName newName) {
        return new Table(newName, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, comment, exclusions);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, newColumns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, comment, exclusions);
    }

    public Table withForeignKeys(List<ForeignKey> newKeys) {
        return new Table(name, columns, primaryKey, newKeys, uniqueKeys, checks, indexes, comment, exclusions);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, newIndexes, comment, exclusions);
    }

    public Table withChecks(List<Check> newChecks) {
        return new Table(name, columns, primaryKey, foreignKeys, uniqueKeys, newChecks, indexes, comment, exclusions);
    }

    public Table withExclusions(List<Exclusion> newExclusions) {
        return new Table(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, comment, newExclusions);
    }

    public Table withComment(Optional<String> newComment) {
        return new Table(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, newComment, exclusions);
    }

    /** With one constraint more; a primary key takes the place of the one before. */
    public Table with(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new Table(
                    name, columns, Optional.of(key), foreignKeys, uniqueKeys, checks, indexes, comment, exclusions);
        } else if (constraint instanceof ForeignKey key) {
            return withForeignKeys(plus(foreignKeys, key));
        } else if (constraint instanceof UniqueKey key) {
            return new Table(
                    name,
                    columns,
                    primaryKey,
                    foreignKeys,
                    plus(uniqueKeys, key),
                    checks,
                    indexes,
                    comment,
                    exclusions);
        } else if (constraint instanceof Check check) {
            return withChecks(plus(checks, check));
        }
        return withExclusions(plus(exclusions, (Exclusion) constraint));
    }

    public Table without(Constraint constraint) {
        return new Table(
                name,
                columns,
                primaryKey.filter(key -> !key.equals(constraint)),
                minus(foreignKeys, constraint),
                minus(uniqueKeys, constraint),
                minus(checks, constraint),
                indexes,
                comment,
                minus(exclusions, constraint));
    }

    public Table with(Column column) {
        return withColumns(plus(columns, column));
    }

    public Table without(Column column) {
        return withColumns(minus(columns, column));
    }

    /** With one column replaced in its place. */
    public Table replace(Column from, Column to) {
        return withColumns(columns.stream().map(c -> c.equals(from) ? to : c).toList());
    }

    /** With a column under another name, also in keys and indexes; what texts say of it stays. */
    public Table renamed(Column column, Name to) {
        Name from = column.name();
        return new Table(
                name,
                columns.stream().map(c -> c.equals(column) ? c.renamed(to) : c).toList(),
                primaryKey.map(key -> new PrimaryKey(key.name(), Names.replace(key.columns(), from, to))),
                foreignKeys.stream()
                        .map(key -> new ForeignKey(
                                key.name(),
                                Names.replace(key.columns(), from, to),
                                key.table(),
                                key.referenced(),
                                key.onDelete(),
                                key.onUpdate(),
                                key.databaseOnly()))
                        .toList(),
                uniqueKeys.stream()
                        .map(key ->
                                new UniqueKey(key.name(), Names.replace(key.columns(), from, to), key.databaseOnly()))
                        .toList(),
                checks,
                indexes.stream().map(index -> index.replace(from, to)).toList(),
                comment,
                exclusions.stream()
                        .map(exclusion -> exclusion.replace(from, to))
                        .toList());
    }

    public Table with(Index index) {
        return withIndexes(plus(indexes, index));
    }

    public Table without(Index index) {
        return withIndexes(minus(indexes, index));
    }

    /** With one key or check under another name, in its place. */
    public Table renamed(Constraint constraint, Name newName) {
        return new Table(
                name,
                columns,
                primaryKey.map(key -> key.equals(constraint) ? key.renamed(newName) : key),
                foreignKeys.stream()
                        .map(key -> key.equals(constraint) ? key.renamed(newName) : key)
                        .toList(),
                uniqueKeys.stream()
                        .map(key -> key.equals(constraint) ? key.renamed(newName) : key)
                        .toList(),
                checks.stream()
                        .map(check -> check.equals(constraint) ? check.renamed(newName) : check)
                        .toList(),
                indexes,
                comment,
                exclusions.stream()
                        .map(each -> each.equals(constraint) ? each.renamed(newName) : each)
                        .toList());
    }

    /** With one index replaced in its place. */
    public Table replace(Index from, Index to) {
        return withIndexes(indexes.stream().map(i -> i.equals(from) ? to : i).toList());
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static <T> List<T> minus(List<T> list, Object item) {
        return list.stream().filter(i -> !i.equals(item)).toList();
    }
}
