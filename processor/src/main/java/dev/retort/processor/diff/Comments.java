package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.replay.Trial;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A comment that some databases lack is said to all: one that keeps none takes it for nothing. */
public final class Comments {

    private Comments() {}

    /**
     * @param dialects those that the operation is for
     * @param schemas of every dialect declared, as the operation would meet it
     * @return these, and those that it does nothing to; in the order of {@code schemas}
     */
    public static List<DatabaseDialect> spread(
            Operation operation, List<DatabaseDialect> dialects, Map<DatabaseDialect, Schema> schemas) {
        if (!isComment(operation)) {
            return dialects;
        }
        List<DatabaseDialect> all = new ArrayList<>();
        schemas.forEach((dialect, schema) -> {
            boolean isSilent = !dialect.family().hasComments()
                    && Trial.apply(schema, operation).isPresent();
            if (dialects.contains(dialect) || isSilent) {
                all.add(dialect);
            }
        });
        return all;
    }

    private static boolean isComment(Operation operation) {
        if (operation instanceof Operation.AlterColumn alter) {
            return alter.comment()
                    .filter(change ->
                            alter.equals(Operation.AlterColumn.comment(alter.table(), alter.column(), change.value())))
                    .isPresent();
        }
        return operation instanceof Operation.CommentOnTable;
    }
}
