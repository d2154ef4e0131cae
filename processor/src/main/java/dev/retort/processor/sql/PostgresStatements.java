package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.type.SqlTypes;

/** PostgreSQL (SQL Commands, ALTER TABLE). */
final class PostgresStatements extends StandardStatements {

    PostgresStatements(DatabaseDialect dialect) {
        super(dialect, new PostgresDefinitions(dialect));
    }

    /**
     * In a new table PostgreSQL passes over a key on the columns of another one without a word, and nobody could drop it
     * later. Afterwards it makes both.
     */
    @Override
    List<String> createTable(Table table) {
        List<UniqueKey> twins = twins(table);
        Table without = table;
        for (UniqueKey twin : twins) {
            without = without.without(twin);
        }
        List<String> statements = new ArrayList<>(super.createTable(without));
        twins.forEach(twin -> statements.add(add(table.name(), twin)));
        return statements;
    }

    private static List<UniqueKey> twins(Table table) {
        List<UniqueKey> twins = new ArrayList<>();
        List<List<Name>> seen = new ArrayList<>();
        table.primaryKey().ifPresent(key -> seen.add(key.columns()));
        for (UniqueKey key : table.uniqueKeys()) {
            if (seen.stream().anyMatch(columns -> Names.sameKeys(columns, key.columns()))) {
                twins.add(key);
            } else {
                seen.add(key.columns());
            }
        }
        return twins;
    }

    @Override
    List<String> renameTable(Table table, Name newName) {
        List<String> statements = new ArrayList<>(super.renameTable(table, newName));
        Table renamed = table.renamed(table.name().renamed(newName));
        table.columns().forEach(column -> statements.addAll(renameCheck(table, column, renamed, column)));
        return statements;
    }

    @Override
    List<String> renameColumn(Table table, Column column, Name newName) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(table.name()) + "rename column " + dialect().quote(column.name()) + " to "
                + dialect().quote(newName));
        statements.addAll(renameCheck(table, column, table, column.renamed(newName)));
        return statements;
    }

    /** The check of an enumeration is called after its table and column, and found by that name when the labels change. */
    private List<String> renameCheck(Table table, Column column, Table renamed, Column newColumn) {
        Optional<Name> old = definitions().enumerationCheck(table, column).flatMap(Check::name);
        Optional<Name> wanted =
                definitions().enumerationCheck(renamed, newColumn).flatMap(Check::name);
        return old.isEmpty() || stored(old).equals(stored(wanted))
                ? List.of()
                : List.of(alter(renamed.name()) + "rename constraint "
                        + dialect().quote(old.get()) + " to " + dialect().quote(wanted.orElseThrow()));
    }

    private Optional<String> stored(Optional<Name> name) {
        return name.map(dialect()::stored);
    }

    /**
     * Between types of different names values are cast as if written so: what a cast by assignment does not allow, such
     * as text to a number, an explicit one does. Where nothing has to be done to a value, the cast does not cost.
     */
    @Override
    String newType(Table table, Column old, Column altered, Optional<String> using) {
        String type = dialect().typeName(altered.type());
        // A type that names no collation keeps that of the column.
        boolean uncollated = old.collation().isPresent() && altered.collation().isEmpty();
        String full = definitions().type(table, altered) + (uncollated ? " collate \"default\"" : "");
        if (using.isPresent()) {
            return full + " using " + using.get();
        }
        String before = dialect().typeName(old.type());
        if (base(type).equals(base(before))) {
            return full;
        }
        String value = dialect().quote(old.name());
        return full + " using " + (PostgresCasts.isDirect(base(before), base(type)) ? value : value + "::text") + "::"
                + type;
    }

    /** Before version 17 PostgreSQL computes a column from its beginning or not at all. */
    @Override
    List<String> computed(Table table, Column old, Column altered, Schema before) {
        return madeAnew(table, old, altered, before);
    }

    /** What is computed when it is read, as from version 18 on, has no values to keep: they are copied. */
    @Override
    List<String> computedNoMore(Table table, Column old, Schema before) {
        if (dialect().hibernate().generatedAs("x").contains("stored")) {
            return super.computedNoMore(table, old, before);
        }
        ColumnUsers.first(before, table, old).ifPresent(user -> {
            throw cannot(
                    "keep the values of column " + old.name() + " of table " + table.name()
                            + ", which is computed when it is read: the column is made anew, and " + user + " uses it",
                    UnsupportedByDialectException.setAside(user));
        });
        Name copy = new Name("_retort_new_" + old.name().text(), old.name().quoted());
        Column plain = Column.of(copy, old.type(), true).withCollation(old.collation());
        List<String> statements = new ArrayList<>(List.of(
                alter(table.name()) + "add column " + definitions().column(table.with(plain), plain),
                "update " + dialect().quote(table.name()) + " set " + dialect().quote(copy) + " = "
                        + dialect().quote(old.name()),
                alter(table.name()) + "drop column " + dialect().quote(old.name())));
        statements.addAll(renameColumn(table, plain, old.name()));
        if (old.comment().isPresent()) {
            statements.add(commentOnColumn(table, old));
        }
        return statements;
    }

    @Override
    List<String> numbered(Table table, Column column) {
        String name = dialect().quote(column.name());
        String highest = "coalesce(max(" + name + "), 0)";
        return List.of(
                alter(table, column) + "add "
                        + dialect().hibernate().getIdentityColumnSupport().getIdentityColumnString(SqlTypes.BIGINT),
                "select setval(pg_get_serial_sequence("
                        + dialect().literal(dialect().quote(table.name())) + ", "
                        + dialect().literal(dialect().stored(column.name())) + "), greatest(" + highest + ", 1), "
                        + highest + " >= 1) from " + dialect().quote(table.name()));
    }

    /** With the table locked nobody else takes a number meanwhile; no number that was given is given again. */
    @Override
    List<String> behindInserted(Table table, Column column) {
        String sequence = "pg_get_serial_sequence("
                + dialect().literal(dialect().quote(table.name())) + ", "
                + dialect().literal(dialect().stored(column.name())) + ")";
        return List.of(
                "lock table " + dialect().quote(table.name()) + " in share row exclusive mode",
                "select setval(" + sequence + ", greatest(max("
                        + dialect().quote(column.name()) + "), nextval(" + sequence + "))) from "
                        + dialect().quote(table.name()));
    }

    private static String base(String type) {
        int bracket = type.indexOf('(');
        return bracket < 0 ? type : type.substring(0, bracket);
    }

    /** PostgreSQL, CREATE INDEX: an attempt that fails leaves an invalid index, which goes before the next. */
    @Override
    Optional<SqlStep.Alone> outsideTransaction(Operation operation, Schema before) {
        if (operation instanceof CreateIndex create && create.concurrently()) {
            Table table = table(before, create.table());
            String sql = definitions()
                    .createIndex(table.name(), create.index())
                    .replaceFirst("index ", "index concurrently ");
            return Optional.of(new SqlStep.Alone(
                    sql,
                    List.of(dialect().stored(table.name())),
                    Optional.of(dropConcurrently(table, create.index()))));
        } else if (operation instanceof DropIndex drop && drop.concurrently()) {
            Table table = table(before, drop.table());
            return Optional.of(new SqlStep.Alone(
                    dropConcurrently(table, table.index(drop.index()).orElseThrow()),
                    List.of(dialect().stored(table.name())),
                    Optional.empty()));
        }
        return Optional.empty();
    }

    private String dropConcurrently(Table table, Index index) {
        return "drop index concurrently if exists "
                + dialect().quote(table.name().renamed(index.name().orElseThrow()));
    }

    /** The lowest value is 1 unless said otherwise. */
    @Override
    List<String> createSequence(Sequence sequence) {
        return List.of("create sequence " + dialect().quote(sequence.name()) + SequenceBounds.of(sequence)
                + " start with " + sequence.start() + " increment by " + sequence.increment()
                + SequenceBounds.afterSteps(sequence, ""));
    }

    /** PostgreSQL, CREATE SEQUENCE. */
    @Override
    long ownCache() {
        return 1;
    }

    /**
     * A new value cannot be used before it is committed (PostgreSQL, ALTER TYPE). What Java uses is not known; all else says
     * the value somewhere.
     */
    @Override
    boolean isCommittedBefore(Operation operation, List<Operation> later) {
        return operation instanceof EnumOperation.AddEnumValue add
                && later.stream()
                        .anyMatch(other -> other instanceof Operation.Run
                                || other.toString().contains(add.value()));
    }

    @Override
    boolean needNoViews(List<String> statements) {
        return statements.stream().anyMatch(sql -> sql.contains(" set data type ") || sql.contains(" drop column "));
    }
}
