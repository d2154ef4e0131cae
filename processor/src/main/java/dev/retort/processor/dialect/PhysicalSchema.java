package dev.retort.processor.dialect;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schema of migrations in the words of one dialect. */
final class PhysicalSchema {
    private final DatabaseDialect dialect;

    PhysicalSchema(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    Schema of(Schema migrations) {
        return Schema.of(
                        migrations.tables().stream().map(this::table).toList(),
                        migrations.sequences(),
                        migrations.objects())
                .with(migrations.extras());
    }

    private Table table(Table table) {
        List<Check> checks = new ArrayList<>(table.checks());
        for (Column column : table.columns()) {
            dialect.typeCondition(column.name(), column.type())
                    .ifPresent(condition -> checks.add(new Check(Optional.empty(), condition, false)));
        }
        return table.withColumns(table.columns().stream().map(this::column).toList())
                .withChecks(checks);
    }

    private Column column(Column column) {
        return column.withType(DataType.nativeType(dialect.typeName(column.type())))
                .withDefault(column.defaultValue().map(value -> new DefaultValue.Expression(dialect.literal(value))));
    }
}
