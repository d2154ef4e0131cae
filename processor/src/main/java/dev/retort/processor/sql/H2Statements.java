package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** H2 (Commands, ALTER TABLE). */
final class H2Statements extends StandardStatements {

    H2Statements(DatabaseDialect dialect) {
        super(dialect, new H2Definitions(dialect));
    }

    @Override
    final boolean ddlCommits() {
        return true;
    }

    @Override
    List<String> renameColumn(Table table, Column column, Name newName) {
        return List.of(alter(table, column) + "rename to " + dialect().quote(newName));
    }

    @Override
    String newType(Table table, Column old, Column altered) {
        return definitions().type(table, altered);
    }

    @Override
    List<String> dropIndex(Table table, Index index, Schema before) {
        String drop = super.dropIndex(table, index, before).get(0);
        return H2SharedIndexes.withoutUsersOf(index, table, before).around(this, drop);
    }

    /** H2 makes the columns of a key not null in a new table only. */
    @Override
    List<String> addConstraint(Table table, Constraint constraint) {
        List<String> statements = new ArrayList<>();
        if (constraint instanceof PrimaryKey) {
            nullable(table, constraint).forEach(column -> statements.add(alter(table, column) + "set not null"));
        }
        statements.add(add(table.name(), constraint));
        return statements;
    }

    @Override
    List<String> dropConstraint(Table table, Constraint constraint, Schema before) {
        List<String> statements = new ArrayList<>(super.dropConstraint(table, constraint, before));
        String drop = statements.remove(0);
        statements.addAll(
                0, H2SharedIndexes.withoutUsersOf(constraint, table, before).around(this, drop));
        return statements;
    }
}
