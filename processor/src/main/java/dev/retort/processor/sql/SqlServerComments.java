package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Optional;

/** Comments as the extended property that Microsoft's tools show as one (sys.sp_addextendedproperty). */
final class SqlServerComments {
    private final DatabaseDialect dialect;

    SqlServerComments(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    /** @param after another than before */
    String change(Table table, Optional<String> before, Optional<String> after) {
        return change(table.name(), before, after, "");
    }

    /** None when the column has the comment that was there before. */
    List<String> change(Table table, Optional<String> before, Column column) {
        return before.equals(column.comment())
                ? List.of()
                : List.of(change(
                        table.name(),
                        before,
                        column.comment(),
                        ", N'COLUMN', " + text(column.name().text())));
    }

    /** A procedure takes no function for a parameter, and the default schema has many names. */
    private String change(QualifiedName table, Optional<String> before, Optional<String> after, String column) {
        List<Name> qualifiers = table.qualifiers();
        boolean isDefault = qualifiers.isEmpty();
        String verb = before.isEmpty() ? "add" : after.isEmpty() ? "drop" : "update";
        return (isDefault ? "declare @retort sysname = schema_name()\n" : "")
                + "exec sys.sp_" + verb + "extendedproperty N'MS_Description'"
                + after.map(comment -> ", " + text(comment)).orElse("") + ", N'SCHEMA', "
                + (isDefault
                        ? "@retort"
                        : text(qualifiers.get(qualifiers.size() - 1).text()))
                + ", N'TABLE', " + text(table.name().text()) + column;
    }

    private String text(String text) {
        return "N" + dialect.literal(text);
    }
}
