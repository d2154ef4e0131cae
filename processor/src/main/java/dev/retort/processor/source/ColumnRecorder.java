package dev.retort.processor.source;

import dev.retort.op.ColumnBuilder;
import dev.retort.op.SqlType;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import java.math.BigDecimal;
import java.util.Optional;

/** Records a new column. */
final class ColumnRecorder implements ColumnBuilder {
    private final Name name;
    private final DataType type;
    private boolean nullable = true;
    private boolean identity;
    private Optional<DefaultValue> defaultValue = Optional.empty();
    private Optional<String> generatedAs = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> comment = Optional.empty();

    ColumnRecorder(Name name, SqlType type) {
        this.name = name;
        this.type = dataType(type);
    }

    static DataType dataType(SqlType type) {
        return new DataType(
                DataType.Kind.ofMethod(type.name()),
                type.parameters(),
                type.texts(),
                type.elements().stream().map(ColumnRecorder::dataType).toList());
    }

    Column column() {
        if (identity && defaultValue.isPresent()) {
            throw new RefusedException(
                    "column " + name + " has both an identity and a default", "leave one of the two out");
        }
        if (generatedAs.isPresent() && (identity || defaultValue.isPresent())) {
            throw new RefusedException(
                    "column " + name + " is generated: it can have neither an identity nor a default",
                    "leave out what it cannot have, or leave generatedAs(…) out");
        }
        return new Column(name, type, nullable && !identity, defaultValue, identity, generatedAs, collation, comment);
    }

    @Override
    public ColumnBuilder notNull() {
        nullable = false;
        return this;
    }

    @Override
    public ColumnBuilder nullable() {
        nullable = true;
        return this;
    }

    @Override
    public ColumnBuilder defaultValue(String value) {
        return withDefault(new DefaultValue.Text(value));
    }

    @Override
    public ColumnBuilder defaultValue(long value) {
        return withDefault(new DefaultValue.Whole(value));
    }

    @Override
    public ColumnBuilder defaultValue(double value) {
        return withDefault(new DefaultValue.Decimal(decimal(value)));
    }

    @Override
    public ColumnBuilder defaultValue(boolean value) {
        return withDefault(new DefaultValue.Bool(value));
    }

    @Override
    public ColumnBuilder defaultExpression(String sql) {
        return withDefault(new DefaultValue.Expression(sql));
    }

    @Override
    public ColumnBuilder identity() {
        identity = true;
        return this;
    }

    @Override
    public ColumnBuilder generatedAs(String sql) {
        generatedAs = Optional.of(notBlank("generatedAs", sql));
        return this;
    }

    @Override
    public ColumnBuilder collation(String newCollation) {
        collation = Optional.of(notBlank("collation", newCollation));
        return this;
    }

    @Override
    public ColumnBuilder comment(String text) {
        comment = Optional.of(text);
        return this;
    }

    static String notBlank(String method, String text) {
        if (text.isBlank()) {
            throw new RefusedException(method + " has a blank text", "write the text, or leave the call out");
        }
        return text.strip();
    }

    private ColumnBuilder withDefault(DefaultValue value) {
        defaultValue = Optional.of(value);
        return this;
    }

    /** The shortest number that reads back as the same: 0.1 stays 0.1. */
    static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }
}
