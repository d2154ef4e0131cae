package dev.retort.processor.source;

import dev.retort.op.CheckBuilder;
import dev.retort.op.ColumnBuilder;
import dev.retort.op.ForeignKeyBuilder;
import dev.retort.op.PrimaryKeyBuilder;
import dev.retort.op.SqlType;
import dev.retort.op.TableBuilder;
import dev.retort.op.UniqueBuilder;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records a new table. Constraints that nobody names get the names of {@link ConstraintNames}. */
final class TableRecorder implements TableBuilder {
    private final QualifiedName name;
    private final OperationsRecorder operations;
    private final List<ColumnRecorder> columns = new ArrayList<>();
    private final Map<String, Location> columnPlaces = new LinkedHashMap<>();
    private final List<ConstraintRecorders.PrimaryKeys> primaryKeys = new ArrayList<>();
    private final List<ConstraintRecorders.ForeignKeys> foreignKeys = new ArrayList<>();
    private final List<ConstraintRecorders.UniqueKeys> uniqueKeys = new ArrayList<>();
    private final List<ConstraintRecorders.Checks> checks = new ArrayList<>();
    private Optional<String> comment = Optional.empty();

    TableRecorder(QualifiedName name, OperationsRecorder operations) {
        this.name = name;
        this.operations = operations;
    }

    Table table() {
        if (primaryKeys.size() > 1) {
            throw new RefusedException(
                    "table " + name + " has " + primaryKeys.size() + " primary keys",
                    "keep one, which may name several columns: table.primaryKey(\"…\", \"…\")");
        }
        Optional<PrimaryKey> key = primaryKeys.stream().findFirst().map(ConstraintRecorders.PrimaryKeys::key);
        return new Table(
                name,
                columns.stream().map(column -> inKey(column.column(), key)).toList(),
                key,
                foreignKeys.stream().map(ConstraintRecorders.ForeignKeys::key).toList(),
                uniqueKeys.stream().map(ConstraintRecorders.UniqueKeys::key).toList(),
                checks.stream().map(ConstraintRecorders.Checks::check).toList(),
                List.of(),
                comment);
    }

    /** A primary key makes its columns NOT NULL in SQL; SQLite alone forgets to. */
    private static Column inKey(Column column, Optional<PrimaryKey> key) {
        return key.filter(primary -> Names.contains(primary.columns(), column.name()))
                        .isPresent()
                ? column.withNullable(false)
                : column;
    }

    Map<String, Location> columnPlaces() {
        return columnPlaces;
    }

    @Override
    public ColumnBuilder column(String column, SqlType type) {
        Name columnName = Name.of(column);
        columnPlaces.putIfAbsent(columnName.key(), operations.callPlace());
        ColumnRecorder recorder = new ColumnRecorder(columnName, type);
        columns.add(recorder);
        return recorder;
    }

    @Override
    public PrimaryKeyBuilder primaryKey(String... keyColumns) {
        ConstraintRecorders.PrimaryKeys recorder = new ConstraintRecorders.PrimaryKeys(
                Name.listOf(List.of(keyColumns)), ConstraintNames.primaryKey(name.name()));
        primaryKeys.add(recorder);
        return recorder;
    }

    @Override
    public ForeignKeyBuilder foreignKey(String... keyColumns) {
        List<Name> names = Name.listOf(List.of(keyColumns));
        ConstraintRecorders.ForeignKeys recorder =
                new ConstraintRecorders.ForeignKeys(names, ConstraintNames.foreignKey(name.name(), names));
        foreignKeys.add(recorder);
        return recorder;
    }

    @Override
    public UniqueBuilder unique(String... keyColumns) {
        List<Name> names = Name.listOf(List.of(keyColumns));
        ConstraintRecorders.UniqueKeys recorder =
                new ConstraintRecorders.UniqueKeys(names, ConstraintNames.uniqueKey(name.name(), names));
        uniqueKeys.add(recorder);
        return recorder;
    }

    @Override
    public CheckBuilder check(String condition) {
        ConstraintRecorders.Checks recorder =
                new ConstraintRecorders.Checks(condition, ConstraintNames.check(name.name(), checks.size() + 1));
        checks.add(recorder);
        return recorder;
    }

    @Override
    public TableBuilder comment(String text) {
        comment = Optional.of(text);
        return this;
    }
}
