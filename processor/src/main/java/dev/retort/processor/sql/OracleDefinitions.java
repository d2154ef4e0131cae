package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.QualifiedName;

/** What Oracle writes in its own way (SQL Language Reference, constraint and CREATE INDEX). */
final class OracleDefinitions extends Definitions {

    OracleDefinitions(DatabaseDialect dialect) {
        super(dialect);
    }

    @Override
    String indexExpression(QualifiedName table, String expression) {
        return expression;
    }

    /** An index is in the schema of who creates it, unless it says another. */
    @Override
    String indexOn(QualifiedName table, Index index) {
        return dialect().quote(table.renamed(index.name().orElseThrow())) + " on "
                + dialect().quote(table);
    }

    /** Without a word, a key refuses at the end of the statement; nothing follows an update. */
    @Override
    String action(String word, ForeignKey key, ForeignKey.Action action) {
        if (action == ForeignKey.Action.RESTRICT) {
            return "";
        }
        boolean isDelete = word.contains("delete");
        boolean known = action == ForeignKey.Action.NO_ACTION || (isDelete && action != ForeignKey.Action.SET_DEFAULT);
        if (!known) {
            throw new UnsupportedByDialectException(
                    "oracle cannot " + action.sql() + word.stripTrailing() + " by foreign key "
                            + key.name().orElseThrow() + (isDelete ? "" : ": it has no action on an update"),
                    "leave " + (isDelete ? "onDelete" : "onUpdate") + "(…) out, or "
                            + UnsupportedByDialectException.leaveToOthers("the key"));
        }
        return super.action(word, key, action);
    }
}
