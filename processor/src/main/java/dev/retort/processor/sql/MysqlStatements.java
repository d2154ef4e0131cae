package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** MySQL, and what MariaDB reads alike (MySQL, ALTER TABLE; InnoDB as the engine). */
class MysqlStatements extends DialectStatements {
    private static final Pattern STRICT = Pattern.compile("uuid|inet4|inet6");
    private static final Pattern TEXTS_AND_BYTES = Pattern.compile("(var)?(char|binary)|\\w*(text|blob)");
    private static final int LONGEST_STRICT = 64;

    MysqlStatements(DatabaseDialect dialect) {
        this(dialect, new MysqlDefinitions(dialect));
    }

    MysqlStatements(DatabaseDialect dialect, MysqlDefinitions definitions) {
        super(dialect, definitions);
    }

    @Override
    final boolean ddlCommits() {
        return true;
    }

    @Override
    List<String> createTable(Table table) {
        table.constraints().forEach(constraint -> refuseUnknown(table, constraint));
        return super.createTable(table);
    }

    @Override
    final List<String> commentOnTable(Table table, Optional<String> comment) {
        return List.of(alter(table.name()) + "comment=" + dialect().literal(comment.orElse("")));
    }

    @Override
    final List<String> renameTable(Table table, Name newName) {
        return List.of(alter(table.name()) + "rename to "
                + dialect().quote(table.name().renamed(newName)));
    }

    /** A trigger goes along with its table, but what it does to the table by name fails from then on. */
    @Override
    List<String> withDependents(List<Operation> operations, Schema before, List<String> statements) {
        return objects().aroundRename(operations.get(0), before, statements);
    }

    @Override
    final List<String> addColumn(Table table, Column column) {
        return List.of(alter(table.name()) + "add column " + definitions().column(table.with(column), column));
    }

    @Override
    final List<String> dropColumn(Table table, Column column) {
        return List.of(alter(table.name()) + "drop column " + dialect().quote(column.name()));
    }

    @Override
    final List<String> renameColumn(Table table, Column column, Name newName) {
        return List.of(alter(table.name()) + "rename column " + dialect().quote(column.name()) + " to "
                + dialect().quote(newName));
    }

    /** All of the column is said again, or it would be gone. */
    @Override
    final List<String> alterColumn(Table table, Column old, Column altered, Optional<String> using, Schema before) {
        refuseSecondIdentity(table, old, altered);
        if (using.isPresent()) {
            return converted(table, old, altered, using.get(), before);
        }
        String definition = definitions().column(table.replace(old, altered), altered);
        if (definition.equals(definitions().column(table, old))) {
            return List.of();
        }
        String modify = modify(table, definition);
        boolean isSameForKeys =
                definitions().type(table, old).equals(definitions().type(table, altered))
                        && old.identity() == altered.identity();
        boolean isNumberedNow = altered.identity() && !old.identity();
        return isSameForKeys
                ? List.of(modify)
                : MysqlForeignKeys.on(this, before)
                        .aroundType(
                                table,
                                old,
                                altered,
                                Stream.concat(
                                                byWayOfText(table, old, altered).stream(),
                                                Stream.of(isNumberedNow ? numbering(modify) : modify))
                                        .toArray(String[]::new));
    }

    /** A row numbered 0 gets another number here: MySQL has no way to say otherwise for one statement. */
    String numbering(String modify) {
        return modify;
    }

    /** By a new column: the database has no words for what the values become. */
    private List<String> converted(Table table, Column old, Column altered, String using, Schema before) {
        ColumnUsers.first(before, table, old).ifPresent(user -> {
            throw cannot(
                    "convert column " + old.name() + " of table " + table.name()
                            + " with using: the column is made anew, and " + user + " uses it",
                    UnsupportedByDialectException.setAside(user));
        });
        Name copy = new Name("_retort_new_" + old.name().text(), old.name().quoted());
        Column plain = Column.of(copy, altered.type(), true).withCollation(altered.collation());
        String name = dialect().quote(old.name());
        return List.of(
                alter(table.name()) + "add column " + definitions().column(table.with(plain), plain) + " after " + name,
                "update " + dialect().quote(table.name()) + " set " + dialect().quote(copy) + " = " + using,
                alter(table.name()) + "drop column " + name,
                alter(table.name()) + "change column " + dialect().quote(copy) + " "
                        + definitions().column(table.replace(old, altered), altered));
    }

    /** MariaDB has types that it converts from and to text and bytes only, whatever the rows are. */
    private Optional<String> byWayOfText(Table table, Column old, Column altered) {
        String before = dialect().typeName(old.type()).toLowerCase(Locale.ROOT);
        String after = dialect().typeName(altered.type()).toLowerCase(Locale.ROOT);
        boolean isStrict = (STRICT.matcher(before).matches()
                        && !TEXTS_AND_BYTES.matcher(after).lookingAt())
                || (STRICT.matcher(after).matches()
                        && !TEXTS_AND_BYTES.matcher(before).lookingAt());
        if (!isStrict || before.equals(after)) {
            return Optional.empty();
        }
        Column text = Column.of(old.name(), DataType.of(Kind.VARCHAR, LONGEST_STRICT), old.nullable());
        return Optional.of(modify(table, definitions().column(table.replace(old, text), text)));
    }

    private String modify(Table table, String definition) {
        return alter(table.name()) + "modify column " + definition;
    }

    @Override
    final List<String> dropIndex(Table table, Index index, Schema before) {
        return MysqlForeignKeys.on(this, before)
                .aroundIndex(
                        table,
                        index.columns(),
                        table.without(index),
                        dropIndex(table.name(), index.name().orElseThrow()));
    }

    @Override
    final List<String> renameIndex(Table table, Index index, Name newName, Schema before) {
        return List.of(renameIndex(table.name(), index.name().orElseThrow(), newName));
    }

    private String renameIndex(QualifiedName table, Name index, Name newName) {
        return alter(table) + "rename index " + dialect().quote(index) + " to "
                + dialect().quote(newName);
    }

    @Override
    final List<String> addConstraint(Table table, Constraint constraint) {
        refuseUnknown(table, constraint);
        return List.of(add(table.name(), constraint));
    }

    @Override
    final List<String> dropConstraint(Table table, Constraint constraint, Schema before) {
        MysqlForeignKeys keys = MysqlForeignKeys.on(this, before);
        if (constraint instanceof ForeignKey key) {
            return keys.drop(table, key);
        } else if (constraint instanceof Check) {
            return List.of(dropCheck(table.name(), constraint.name().orElseThrow()));
        } else if (constraint instanceof PrimaryKey) {
            Table after = table.without(constraint);
            List<String> statements = new ArrayList<>(
                    keys.aroundIndex(table, constraint.columns(), after, alter(table.name()) + "drop primary key"));
            // Columns that were not null for the key's sake stay so when it goes.
            constraint.columns().stream()
                    .map(name -> table.column(name).orElseThrow())
                    .filter(column -> column.nullable() || column.identity())
                    .forEach(
                            column -> statements.add(modify(table, definitions().column(after, column))));
            return statements;
        }
        return keys.aroundIndex(
                table,
                constraint.columns(),
                table.without(constraint),
                dropIndex(table.name(), constraint.name().orElseThrow()));
    }

    /** A primary key is called PRIMARY, whatever it is named; a unique key is an index; all else is made anew. */
    @Override
    final List<String> renameConstraint(Table table, Constraint constraint, Name newName, Schema before) {
        if (constraint instanceof PrimaryKey) {
            return List.of();
        } else if (constraint instanceof UniqueKey key) {
            return List.of(renameIndex(table.name(), key.name().orElseThrow(), newName));
        }
        List<String> statements = new ArrayList<>(dropConstraint(table, constraint, before));
        statements.add(add(table.name(), constraint.renamed(newName)));
        return statements;
    }

    @Override
    List<String> createSequence(Sequence sequence) {
        return new SequenceTable(dialect()).create(sequence);
    }

    @Override
    List<String> alterSequence(AlterSequence alter, Sequence old, Sequence altered) {
        return new SequenceTable(dialect()).alter(alter, altered);
    }

    /** MariaDB renames its sequences alike. */
    @Override
    final List<String> renameSequence(Sequence sequence, Name newName) {
        return List.of("alter table " + dialect().quote(sequence.name()) + " rename to "
                + dialect().quote(sequence.name().renamed(newName)));
    }

    @Override
    List<String> dropSequence(QualifiedName sequence) {
        return List.of("drop table " + dialect().quote(sequence));
    }

    String dropCheck(QualifiedName table, Name check) {
        return alter(table) + "drop check " + dialect().quote(check);
    }

    /** MySQL has no {@code if exists} here: the catalogue is asked for the statement. */
    List<String> dropIndexIfExists(QualifiedName table, Name index) {
        String schema = table.qualifiers().isEmpty()
                ? "database()"
                : text(table.qualifiers().get(table.qualifiers().size() - 1));
        return List.of(
                "set @retort = (select if(count(*) = 0, 'do 0', "
                        + dialect().literal(dropIndex(table, index))
                        + ") from information_schema.statistics where table_schema = " + schema + " and table_name = "
                        + text(table.name()) + " and index_name = " + text(index) + ")",
                "prepare retort from @retort",
                "execute retort",
                "deallocate prepare retort");
    }

    private String text(Name name) {
        return dialect().literal(name.text());
    }

    final String add(QualifiedName table, Constraint constraint) {
        return alter(table) + "add " + definitions().constraint(constraint);
    }

    final String dropForeignKey(QualifiedName table, ForeignKey key) {
        return alter(table) + "drop foreign key " + dialect().quote(key.name().orElseThrow());
    }

    final String dropIndex(QualifiedName table, Name index) {
        return "drop index " + dialect().quote(index) + " on " + dialect().quote(table);
    }

    /** InnoDB has no such action, and a check cannot ask for a number that is yet to come. */
    private void refuseUnknown(Table table, Constraint constraint) {
        if (constraint instanceof ForeignKey key
                && (key.onDelete() == ForeignKey.Action.SET_DEFAULT
                        || key.onUpdate() == ForeignKey.Action.SET_DEFAULT)) {
            throw cannot(
                    "set default by foreign key " + key.name().orElseThrow() + " of table " + table.name(),
                    "choose another action, or " + UnsupportedByDialectException.leaveToOthers("the key"));
        }
        if (constraint instanceof Check check
                && table.columns().stream()
                        .anyMatch(column -> column.identity() && Names.mentions(check.condition(), column.name()))) {
            throw cannot(
                    "check (" + check.condition() + ") in table " + table.name()
                            + ": it uses a column that the database numbers",
                    UnsupportedByDialectException.leaveToOthers("the check"));
        }
    }

    private String alter(QualifiedName table) {
        return "alter table " + dialect().quote(table) + " ";
    }
}
