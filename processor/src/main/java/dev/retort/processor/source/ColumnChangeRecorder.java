package dev.retort.processor.source;

import dev.retort.op.ColumnChange;
import dev.retort.op.SqlType;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.DefaultChange;
import dev.retort.processor.operation.Operation.TextChange;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.util.Optional;

/** Records a change of a column. */
final class ColumnChangeRecorder implements ColumnChange {
    private final QualifiedName table;
    private final Name column;
    private Optional<DataType> type = Optional.empty();
    private Optional<Boolean> nullable = Optional.empty();
    private Optional<DefaultChange> defaultChange = Optional.empty();
    private Optional<TextChange> collation = Optional.empty();
    private Optional<TextChange> comment = Optional.empty();
    private Optional<String> using = Optional.empty();
    private Optional<Boolean> identity = Optional.empty();
    private Optional<TextChange> generatedAs = Optional.empty();

    ColumnChangeRecorder(QualifiedName table, Name column) {
        this.table = table;
        this.column = column;
    }

    Operation operation() {
        if (type.isEmpty()
                && nullable.isEmpty()
                && defaultChange.isEmpty()
                && collation.isEmpty()
                && comment.isEmpty()
                && using.isEmpty()
                && identity.isEmpty()
                && generatedAs.isEmpty()) {
            throw new RefusedException(
                    "alterColumn(\"" + table + "\", \"" + column + "\") changes nothing",
                    "say what changes, such as .notNull(), or leave the call out");
        }
        if (using.isPresent() && type.isEmpty()) {
            throw new RefusedException(
                    "alterColumn(\"" + table + "\", \"" + column
                            + "\") says using, but not which type the values become",
                    "name the type: .type(…)");
        }
        return new Operation.AlterColumn(
                table, column, type, nullable, defaultChange, collation, comment, using, identity, generatedAs);
    }

    @Override
    public ColumnChange type(SqlType newType) {
        type = Optional.of(ColumnRecorder.dataType(newType));
        return this;
    }

    @Override
    public ColumnChange using(String sql) {
        using = Optional.of(ColumnRecorder.notBlank("using", sql));
        return this;
    }

    @Override
    public ColumnChange identity() {
        identity = Optional.of(true);
        return this;
    }

    @Override
    public ColumnChange dropIdentity() {
        identity = Optional.of(false);
        return this;
    }

    @Override
    public ColumnChange generatedAs(String sql) {
        generatedAs = Optional.of(new TextChange(Optional.of(ColumnRecorder.notBlank("generatedAs", sql))));
        return this;
    }

    @Override
    public ColumnChange dropGenerated() {
        generatedAs = Optional.of(new TextChange(Optional.empty()));
        return this;
    }

    @Override
    public ColumnChange notNull() {
        nullable = Optional.of(false);
        return this;
    }

    @Override
    public ColumnChange nullable() {
        nullable = Optional.of(true);
        return this;
    }

    @Override
    public ColumnChange defaultValue(String value) {
        return withDefault(Optional.of(new DefaultValue.Text(value)));
    }

    @Override
    public ColumnChange defaultValue(long value) {
        return withDefault(Optional.of(new DefaultValue.Whole(value)));
    }

    @Override
    public ColumnChange defaultValue(double value) {
        return withDefault(Optional.of(new DefaultValue.Decimal(ColumnRecorder.decimal(value))));
    }

    @Override
    public ColumnChange defaultValue(boolean value) {
        return withDefault(Optional.of(new DefaultValue.Bool(value)));
    }

    @Override
    public ColumnChange defaultExpression(String sql) {
        return withDefault(Optional.of(new DefaultValue.Expression(sql)));
    }

    @Override
    public ColumnChange dropDefault() {
        return withDefault(Optional.empty());
    }

    @Override
    public ColumnChange collation(String name) {
        collation = Optional.of(new TextChange(Optional.of(ColumnRecorder.notBlank("collation", name))));
        return this;
    }

    @Override
    public ColumnChange dropCollation() {
        collation = Optional.of(new TextChange(Optional.empty()));
        return this;
    }

    @Override
    public ColumnChange comment(String text) {
        comment = Optional.of(new TextChange(Optional.of(text)));
        return this;
    }

    @Override
    public ColumnChange dropComment() {
        comment = Optional.of(new TextChange(Optional.empty()));
        return this;
    }

    private ColumnChange withDefault(Optional<DefaultValue> value) {
        defaultChange = Optional.of(new DefaultChange(value));
        return this;
    }
}
