package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;

/** A foreign key. {@code referenced} is as long as {@code columns}. */
public record ForeignKey(
        Optional<Name> name,
        List<Name> columns,
        QualifiedName table,
        List<Name> referenced,
        Action onDelete,
        Action onUpdate,
        boolean databaseOnly)
        implements Constraint {

    /** What happens to the referring rows; named as in {@code dev.retort.op.ReferentialAction}. */
    public enum Action {
        NO_ACTION("no action"),
        RESTRICT("restrict"),
        CASCADE("cascade"),
        SET_NULL("set null"),
        SET_DEFAULT("set default");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    public ForeignKey {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    @Override
    public ForeignKey renamed(Name newName) {
        return new ForeignKey(Optional.of(newName), columns, table, referenced, onDelete, onUpdate, databaseOnly);
    }

    @Override
    public String describe() {
        return describeColumns() + describeActions();
    }

    /** Without what happens to the rows. */
    public String describeColumns() {
        return "foreign key " + Names.list(columns) + " to " + table + " " + Names.list(referenced);
    }

    /** Empty, or with a space before it. */
    public String describeActions() {
        return (onDelete == Action.NO_ACTION ? "" : " on delete " + onDelete.sql())
                + (onUpdate == Action.NO_ACTION ? "" : " on update " + onUpdate.sql());
    }
}
