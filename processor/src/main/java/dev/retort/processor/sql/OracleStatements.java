package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Oracle (SQL Language Reference, ALTER TABLE). */
final class OracleStatements extends StrictStatements {

    OracleStatements(DatabaseDialect dialect) {
        super(dialect, new OracleDefinitions(dialect));
    }

    @Override
    boolean ddlCommits() {
        return true;
    }

    /** A list of columns has one index, and keys have indexes (ORA-01408, ORA-02261). */
    @Override
    void refuseCollision(Operation operation, Schema before) {
        if (operation instanceof Operation.CreateTable create) {
            for (UniqueKey key : create.table().uniqueKeys()) {
                refuseSecondKey(create.table().without(key), key);
            }
        } else if (operation instanceof Operation.AddConstraint add) {
            refuseSecondKey(table(before, add.table()), add.constraint());
        } else if (operation instanceof Operation.CreateIndex create) {
            refuseSecondIndex(table(before, create.table()), create.index());
        }
    }

    private void refuseSecondKey(Table table, Constraint added) {
        if (added instanceof PrimaryKey || added instanceof UniqueKey) {
            keys(table)
                    .filter(key -> key.columns().size() == added.columns().size()
                            && key.columns().stream().allMatch(column -> Names.contains(added.columns(), column)))
                    .findFirst()
                    .ifPresent(key -> {
                        throw cannot(
                                "have " + added.describe() + " of table " + table.name() + " beside " + key.describe()
                                        + ", which is on the same columns",
                                "leave one of the two out, or " + UnsupportedByDialectException.leaveToOthers("it"));
                    });
        }
    }

    private void refuseSecondIndex(Table table, Index added) {
        boolean plain = added.isOnColumns() && added.parts().stream().noneMatch(IndexPart::descending);
        Optional<String> twin = Stream.concat(
                        keys(table)
                                .filter(key -> plain && Names.sameKeys(key.columns(), added.columns()))
                                .map(Constraint::describe),
                        table.indexes().stream()
                                .filter(index -> index.parts().equals(added.parts()))
                                .map(Index::describe))
                .findFirst();
        twin.ifPresent(other -> {
            throw cannot(
                    "have index " + added.name().orElseThrow() + " of table " + table.name() + " beside " + other
                            + ", which has one on the same columns",
                    "leave the index out, or " + UnsupportedByDialectException.leaveToOthers("it"));
        });
    }

    private static Stream<Constraint> keys(Table table) {
        return Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream());
    }

    @Override
    List<String> createTable(Table table) {
        List<String> statements = new ArrayList<>(super.createTable(table));
        table.comment().ifPresent(comment -> statements.addAll(commentOnTable(table, table.comment())));
        table.columns().stream()
                .filter(column -> column.comment().isPresent())
                .forEach(column -> statements.add(commentOnColumn(table, column)));
        return statements;
    }

    @Override
    List<String> commentOnTable(Table table, Optional<String> comment) {
        return List.of("comment on table " + dialect().quote(table.name()) + " is " + text(comment));
    }

    private String commentOnColumn(Table table, Column column) {
        return "comment on column " + dialect().quote(table.name()) + "."
                + dialect().quote(column.name()) + " is " + text(column.comment());
    }

    /** An empty comment is none (COMMENT). */
    private String text(Optional<String> comment) {
        return dialect().literal(comment.orElse(""));
    }

    @Override
    List<String> renameTable(Table table, Name newName) {
        Table renamed = table.renamed(table.name().renamed(newName));
        List<String> statements = new ArrayList<>();
        statements.add(alter(table.name()) + "rename to " + dialect().quote(newName));
        table.columns().forEach(column -> statements.addAll(renameCheck(table, column, renamed, column)));
        return statements;
    }

    @Override
    List<String> addColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>(addBare(table, column));
        if (column.comment().isPresent()) {
            statements.add(commentOnColumn(table, column));
        }
        return statements;
    }

    @Override
    List<String> addBare(Table table, Column column) {
        return List.of(alter(table.name()) + "add " + definitions().column(table.with(column), column));
    }

    @Override
    List<String> dropColumn(Table table, Column column) {
        return List.of(alter(table.name()) + "drop column " + dialect().quote(column.name()));
    }

    @Override
    List<String> renameColumn(Table table, Column column, Name newName) {
        refuseComputedFrom(table, column, "rename");
        List<String> statements = new ArrayList<>(renameBare(table.name(), column.name(), newName));
        statements.addAll(renameCheck(table, column, table, column.renamed(newName)));
        return statements;
    }

    @Override
    List<String> renameBare(QualifiedName table, Name from, Name to) {
        return List.of(alter(table) + "rename column " + dialect().quote(from) + " to "
                + dialect().quote(to));
    }

    /** The check of an enumeration is called after its table and column, and found by that name when the labels change. */
    private List<String> renameCheck(Table table, Column column, Table renamed, Column newColumn) {
        Optional<Check> old = definitions().enumerationCheck(table, column);
        return old.isEmpty()
                ? List.of()
                : List.of(alter(renamed.name()) + "rename constraint "
                        + quoted(old.get().name()) + " to "
                        + quoted(definitions()
                                .enumerationCheck(renamed, newColumn)
                                .orElseThrow()
                                .name()));
    }

    /**
     * What is named in {@code modify} changes, and what is not stays. Not null or null is said where it changes only
     * (ORA-01442, ORA-01451).
     */
    @Override
    List<String> alterColumn(Table table, Column old, Column altered, Optional<String> using, Schema before) {
        refuseSecondIdentity(table, old, altered);
        if (isComputedAnew(old, altered)) {
            return madeAnew(table, old, altered, before);
        }
        boolean isPlainNow =
                old.generatedAs().isPresent() && altered.generatedAs().isEmpty();
        boolean isNumberedNow = altered.identity() && !old.identity();
        if (using.isPresent() || isPlainNow || isNumberedNow || !OracleTypes.keepsRows(type(old), type(altered))) {
            List<String> statements = new ArrayList<>();
            if (old.identity()) {
                // Two columns cannot be numbered at once.
                statements.add(modify(table, old, " drop identity"));
            }
            statements.addAll(copied(table, old, altered, using.orElse(dialect().quote(old.name())), before));
            return statements;
        }
        List<String> statements = new ArrayList<>();
        if (old.identity() && !altered.identity()) {
            statements.add(modify(table, altered, " drop identity"));
        }
        Optional<Check> oldCheck = definitions().enumerationCheck(table, old);
        Optional<Check> newCheck = definitions().enumerationCheck(table, altered);
        if (!oldCheck.equals(newCheck)) {
            oldCheck.ifPresent(check -> statements.add(drop(table, check)));
        }
        String type = definitions().type(table, altered);
        boolean newType = !type.equals(definitions().type(table, old));
        boolean newNull = old.nullable() != altered.nullable() && !Definitions.isInPrimaryKey(table, old);
        String change = (newType ? " " + type : "")
                + (old.defaultValue().equals(altered.defaultValue()) ? "" : defaultClause(altered))
                + (newNull ? altered.nullable() ? " null" : " not null" : "");
        if (!change.isEmpty()) {
            statements.add(modify(table, altered, change));
        }
        if (!oldCheck.equals(newCheck)) {
            newCheck.ifPresent(check -> statements.add(add(table, check)));
        }
        if (!old.comment().equals(altered.comment())) {
            statements.add(commentOnColumn(table, altered));
        }
        return statements;
    }

    private String type(Column column) {
        return dialect().typeName(column.type());
    }

    /** A default cannot be dropped, but be null. */
    private String defaultClause(Column column) {
        return " default "
                + column.defaultValue()
                        .map(value -> definitions().defaultValue(column, value))
                        .orElse("null");
    }

    private String modify(Table table, Column column, String change) {
        return alter(table.name()) + "modify " + dialect().quote(column.name()) + change;
    }

    @Override
    String nullability(Table table, Column column, boolean nullable) {
        return modify(table, column, nullable ? " null" : " not null");
    }

    /** A column that is numbered from now on goes on behind the highest number there is. */
    @Override
    List<String> settle(Table table, Column old, Column altered) {
        List<String> statements = new ArrayList<>();
        if (altered.identity()) {
            statements.addAll(behindInserted(table, altered));
        } else {
            String change = (altered.defaultValue().isPresent() ? defaultClause(altered) : "")
                    + (altered.nullable() && !Definitions.isInPrimaryKey(table, altered) ? "" : " not null");
            if (!change.isEmpty()) {
                statements.add(modify(table, altered, change));
            }
        }
        if (!old.comment().equals(altered.comment())) {
            statements.add(commentOnColumn(table, altered));
        }
        return statements;
    }

    /** CREATE TABLE, identity_options: the limit is the highest number in the table. */
    @Override
    List<String> behindInserted(Table table, Column column) {
        return List.of(modify(table, column, " generated by default as identity (start with limit value)"));
    }

    @Override
    List<String> renameIndex(Table table, Index index, Name newName, Schema before) {
        return List.of("alter index "
                + dialect().quote(table.name().renamed(index.name().orElseThrow())) + " rename to "
                + dialect().quote(newName));
    }

    @Override
    String add(Table table, Constraint constraint) {
        return alter(table.name()) + "add " + definitions().constraint(constraint);
    }

    @Override
    String drop(Table table, Constraint constraint) {
        return alter(table.name()) + "drop constraint " + quoted(constraint.name());
    }

    /** The index that came with a key keeps its name, and would be in the way of the next key of that name. */
    @Override
    List<String> renameConstraint(Table table, Constraint constraint, Name newName, Schema before) {
        List<String> statements = new ArrayList<>();
        Name name = constraint.name().orElseThrow();
        statements.add(alter(table.name()) + "rename constraint " + dialect().quote(name) + " to "
                + dialect().quote(newName));
        if (constraint instanceof PrimaryKey || constraint instanceof UniqueKey) {
            List<Name> qualifiers = table.name().qualifiers();
            String where = qualifiers.isEmpty()
                    ? "user_indexes where "
                    : "all_indexes where owner = " + stored(qualifiers.get(qualifiers.size() - 1)) + " and ";
            statements.add("begin\n    for found in (select index_name from " + where + "index_name = " + stored(name)
                    + ") loop\n        execute immediate "
                    + dialect()
                            .literal("alter index "
                                    + dialect().quote(table.name().renamed(name)) + " rename to "
                                    + dialect().quote(newName))
                    + ";\n    end loop;\nend;");
        }
        return statements;
    }

    private String stored(Name name) {
        return dialect().literal(dialect().stored(name));
    }

    /** The lowest value is 1 unless said otherwise (CREATE SEQUENCE). */
    @Override
    List<String> createSequence(Sequence sequence) {
        return List.of("create sequence " + dialect().quote(sequence.name()) + " start with " + sequence.start()
                + " increment by " + sequence.increment() + SequenceBounds.of(sequence)
                + SequenceBounds.afterSteps(sequence, ""));
    }

    /** Oracle runs together what is two words elsewhere; a new sequence keeps 20 values. */
    @Override
    List<String> alterSequence(AlterSequence changes, Sequence old, Sequence altered) {
        AlterSequence alter = changes.withoutStart();
        if (alter.isEmpty()) {
            return List.of();
        }
        return List.of("alter sequence " + dialect().quote(old.name())
                + SequenceBounds.changes(alter, old, altered, " nocycle", " cache 20")
                        .replace(" no m", " nom")
                        .replace(" restart ", " restart start "));
    }

    @Override
    List<String> renameSequence(Sequence sequence, Name newName) {
        if (!sequence.name().qualifiers().isEmpty()) {
            throw cannot(
                    "rename sequence " + sequence.name() + ": `rename` takes no schema",
                    "create a sequence of the new name, and drop the old one");
        }
        return List.of("rename " + dialect().quote(sequence.name()) + " to "
                + dialect().quote(newName));
    }

    @Override
    List<String> dropSequence(QualifiedName sequence) {
        return List.of("drop sequence " + dialect().quote(sequence));
    }
}
