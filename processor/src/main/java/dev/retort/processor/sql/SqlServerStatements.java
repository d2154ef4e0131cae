package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL Server (Transact-SQL Reference, ALTER TABLE and sp_rename). Each statement is a batch of its own, as views, triggers
 * and schemas must be.
 */
final class SqlServerStatements extends StrictStatements {
    private static final Pattern VARIABLE = Pattern.compile("(n?varchar|varbinary)\\((\\d+)\\)");

    private final SqlServerDefinitions definitions;
    private final SqlServerComments comments;

    SqlServerStatements(DatabaseDialect dialect) {
        this(dialect, new SqlServerDefinitions(dialect));
    }

    private SqlServerStatements(DatabaseDialect dialect, SqlServerDefinitions definitions) {
        super(dialect, definitions);
        this.definitions = definitions;
        this.comments = new SqlServerComments(dialect);
    }

    /** A foreign key cannot refer to an index of some rows only (error 1776). */
    @Override
    void refuseCollision(Operation operation, Schema before) {
        if (operation instanceof Operation.CreateTable create) {
            create.table().foreignKeys().forEach(key -> refuseFiltered(create.table(), key, before));
        } else if (operation instanceof Operation.AddConstraint add && add.constraint() instanceof ForeignKey key) {
            refuseFiltered(table(before, add.table()), key, before);
        }
    }

    private void refuseFiltered(Table table, ForeignKey key, Schema before) {
        Table referenced = key.table().key().equals(table.name().key())
                ? table
                : before.table(key.table()).orElseThrow();
        key.referenced().stream()
                .map(name -> referenced.column(name).orElseThrow())
                .filter(column -> column.nullable() && !column.identity())
                .filter(column -> !Definitions.isInPrimaryKey(referenced, column))
                .findFirst()
                .ifPresent(column -> {
                    throw cannot(
                            "refer by foreign key " + key.name().orElseThrow() + " to column " + column.name()
                                    + " of table " + referenced.name()
                                    + ": it is nullable, and a unique key of it is an index"
                                    + " of the rows in which it is not null",
                            "let that column be not null, or refer to the primary key");
                });
    }

    @Override
    List<String> createTable(Table table) {
        List<Constraint> filtered = table.constraints().stream()
                .filter(key -> SqlServerDefinitions.isFiltered(table, key))
                .toList();
        Table inline = table;
        for (Constraint key : filtered) {
            inline = inline.without(key);
        }
        List<String> statements = new ArrayList<>(super.createTable(inline));
        filtered.forEach(key -> statements.add(add(table, key)));
        table.comment().ifPresent(text -> statements.add(comments.change(table, Optional.empty(), table.comment())));
        table.columns().forEach(column -> statements.addAll(comments.change(table, Optional.empty(), column)));
        return statements;
    }

    @Override
    List<String> createIndex(Table table, Index index) {
        return List.of(definitions.createIndex(table.name(), definitions.apartFromNulls(table, index)));
    }

    @Override
    List<String> commentOnTable(Table table, Optional<String> comment) {
        return List.of(comments.change(table, table.comment(), comment));
    }

    /** Defaults and the checks of enumerations are called after the table, and another may come by its name. */
    @Override
    List<String> renameTable(Table table, Name newName) {
        Table renamed = table.renamed(table.name().renamed(newName));
        List<String> statements = new ArrayList<>();
        statements.add(rename(dialect().quote(table.name()), newName, ""));
        for (Column column : table.columns()) {
            definitions
                    .enumerationCheck(table, column)
                    .ifPresent(check -> statements.add(rename(
                            inSchema(table, check.name().orElseThrow()),
                            definitions
                                    .enumerationCheck(renamed, column)
                                    .orElseThrow()
                                    .name()
                                    .orElseThrow(),
                            "OBJECT")));
            if (hasDefault(column)) {
                statements.add(dropDefault(renamed, column));
                statements.add(addDefault(renamed, column));
            }
        }
        return statements;
    }

    @Override
    List<String> addColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>(addBare(table, column));
        statements.addAll(comments.change(table, Optional.empty(), column));
        return statements;
    }

    /** Without {@code with values} the rows that are there would stay null (ALTER TABLE). */
    @Override
    List<String> addBare(Table table, Column column) {
        return List.of(alter(table.name()) + "add " + definitions.column(table.with(column), column, " with values"));
    }

    /** What hangs on a column does not go with it. */
    @Override
    List<String> dropColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        definitions.enumerationCheck(table, column).ifPresent(check -> statements.add(drop(table, check)));
        if (hasDefault(column)) {
            statements.add(dropDefault(table, column));
        }
        statements.add(alter(table.name()) + "drop column " + dialect().quote(column.name()));
        return statements;
    }

    /** A check or a filter that names the column would be in the way (error 15336). */
    @Override
    List<String> renameColumn(Table table, Column column, Name newName) {
        refuseComputedFrom(table, column, "rename");
        Column renamed = column.renamed(newName);
        Table after = table.renamed(column, newName);
        List<String> statements = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (Constraint key : table.uniqueKeys()) {
            if (key.mentions(column.name()) && SqlServerDefinitions.isFiltered(table, key)) {
                statements.add(drop(table, key));
                back.add(add(after, after.constraint(key.name().orElseThrow()).orElseThrow()));
            }
        }
        for (Index index : table.indexes()) {
            if (index.mentions(column.name())
                    && !definitions.apartFromNulls(table, index).equals(index)) {
                statements.addAll(dropIndex(table, index, Schema.empty()));
                back.addAll(createIndex(after, index.replace(column.name(), newName)));
            }
        }
        definitions.enumerationCheck(table, column).ifPresent(check -> statements.add(drop(table, check)));
        definitions.enumerationCheck(after, renamed).ifPresent(check -> back.add(add(after, check)));
        statements.addAll(renameBare(table.name(), column.name(), newName));
        if (hasDefault(column)) {
            statements.add(dropDefault(after, renamed));
            statements.add(addDefault(after, renamed));
        }
        statements.addAll(back);
        return statements;
    }

    @Override
    List<String> renameBare(QualifiedName table, Name from, Name to) {
        return List.of(rename(dialect().quote(table) + "." + dialect().quote(from), to, "COLUMN"));
    }

    /**
     * All of the column's type is said again, or it would be gone. Hardly anything may use a column meanwhile (ALTER TABLE,
     * ALTER COLUMN).
     */
    @Override
    List<String> alterColumn(Table table, Column old, Column altered, Optional<String> using, Schema before) {
        if (altered.identity() && (!old.identity() || using.isPresent())) {
            throw cannot(
                    "number column " + old.name() + " of table " + table.name()
                            + " from now on: a column is numbered from its beginning or not at all",
                    "make a new table whose column has .identity(), copy the rows, and drop the old table");
        }
        if (isComputedAnew(old, altered)) {
            return madeAnew(table, old, altered, before);
        }
        boolean isPlainNow = (old.identity() && !altered.identity())
                || (old.generatedAs().isPresent() && altered.generatedAs().isEmpty());
        if (using.isPresent() || isPlainNow) {
            refuseKeysOfOtherTypes(table, old, altered, before);
            return copied(table, old, altered, using.orElse(dialect().quote(old.name())), before);
        }
        String type = definitions.type(table, altered);
        boolean newType = !type.equals(definitions.type(table, old));
        boolean restated = newType || (old.nullable() != altered.nullable() && !Definitions.isInPrimaryKey(table, old));
        boolean newCheck =
                !definitions.enumerationCheck(table, old).equals(definitions.enumerationCheck(table, altered));
        boolean newDefault = newType || !old.defaultValue().equals(altered.defaultValue());
        List<String> inner = new ArrayList<>();
        if (newDefault && hasDefault(old)) {
            inner.add(dropDefault(table, old));
        }
        if (restated && altered.generatedAs().isEmpty()) {
            inner.add(nullability(table, altered, altered.nullable()));
        }
        if (newDefault && hasDefault(altered)) {
            inner.add(addDefault(table, altered));
        }
        List<String> statements = restated ? whileUnused(table, old, altered, inner, before) : inner;
        List<String> all = new ArrayList<>(
                restated || newCheck
                        ? new Aside(table, old, altered).enumeration().around(statements)
                        : statements);
        all.addAll(comments.change(table, old.comment(), altered));
        return all;
    }

    private List<String> whileUnused(Table table, Column old, Column altered, List<String> statements, Schema before) {
        refuseComputedFrom(table, old, "change the type of");
        refuseKeysOfOtherTypes(table, old, altered, before);
        Aside aside = new Aside(table, old, altered).foreignKeys(before).primaryKey();
        return (isWider(table, old, altered) ? aside : aside.keysChecksAndIndexes()).around(statements);
    }

    /** Texts and bytes may grow while checks, unique keys and indexes hold them. */
    private boolean isWider(Table table, Column old, Column altered) {
        Matcher before = VARIABLE.matcher(dialect().typeName(old.type()).toLowerCase(Locale.ROOT));
        Matcher after = VARIABLE.matcher(dialect().typeName(altered.type()).toLowerCase(Locale.ROOT));
        return before.matches()
                && after.matches()
                && before.group(1).equals(after.group(1))
                && Integer.parseInt(before.group(2)) <= Integer.parseInt(after.group(2))
                && old.collation().equals(altered.collation())
                && old.nullable() == altered.nullable()
                && table.uniqueKeys().stream()
                        .noneMatch(key -> key.mentions(old.name()) && SqlServerDefinitions.isFiltered(table, key));
    }

    /** Both columns of a foreign key have one type, length and collation (errors 1753, 1757, 1778). */
    private void refuseKeysOfOtherTypes(Table table, Column old, Column altered, Schema before) {
        Table after = table.replace(old, altered);
        for (Table other : before.tables()) {
            boolean same = other.name().key().equals(table.name().key());
            for (ForeignKey key : other.foreignKeys()) {
                boolean concerned = (same && Names.contains(key.columns(), old.name()))
                        || (key.table().key().equals(table.name().key())
                                && Names.contains(key.referenced(), old.name()));
                if (concerned) {
                    Table referenced = key.table().key().equals(table.name().key())
                            ? after
                            : before.table(key.table()).orElseThrow();
                    refuseOtherTypes(same ? after : other, key, referenced);
                }
            }
        }
    }

    private void refuseOtherTypes(Table table, ForeignKey key, Table referenced) {
        for (int i = 0; i < key.columns().size(); i++) {
            Column from = table.column(key.columns().get(i)).orElseThrow();
            Column to = referenced.column(key.referenced().get(i)).orElseThrow();
            String fromType = definitions.type(table, from);
            String toType = definitions.type(referenced, to);
            if (!fromType.equals(toType)) {
                throw cannot(
                        "have foreign key " + key.name().orElseThrow() + " of table " + table.name()
                                + " from a column of type " + fromType + " to one of type " + toType,
                        MysqlForeignKeys.CHANGE_BOTH);
            }
        }
    }

    @Override
    String nullability(Table table, Column column, boolean nullable) {
        boolean isNull = nullable && !Definitions.isInPrimaryKey(table, column);
        return alter(table.name()) + "alter column " + dialect().quote(column.name()) + " "
                + definitions.type(table, column) + (isNull ? " null" : " not null");
    }

    @Override
    List<String> settle(Table table, Column old, Column altered) {
        List<String> statements = new ArrayList<>();
        if (!altered.nullable() || Definitions.isInPrimaryKey(table, altered)) {
            statements.add(nullability(table, altered, false));
        }
        if (hasDefault(altered)) {
            statements.add(addDefault(table, altered));
        }
        statements.addAll(comments.change(table, old.comment(), altered));
        return statements;
    }

    @Override
    List<String> dropIndex(Table table, Index index, Schema before) {
        return List.of(dropIndex(table, index.name()));
    }

    private String dropIndex(Table table, Optional<Name> index) {
        return "drop index " + quoted(index) + " on " + dialect().quote(table.name());
    }

    @Override
    List<String> renameIndex(Table table, Index index, Name newName, Schema before) {
        return List.of(renameIndex(table, index.name(), newName));
    }

    private String renameIndex(Table table, Optional<Name> index, Name newName) {
        return rename(dialect().quote(table.name()) + "." + quoted(index), newName, "INDEX");
    }

    @Override
    String add(Table table, Constraint constraint) {
        return SqlServerDefinitions.isFiltered(table, constraint)
                ? createIndex(table, SqlServerDefinitions.index(constraint)).get(0)
                : alter(table.name()) + "add " + definitions.constraint(constraint);
    }

    @Override
    String drop(Table table, Constraint constraint) {
        return SqlServerDefinitions.isFiltered(table, constraint)
                ? dropIndex(table, constraint.name())
                : alter(table.name()) + "drop constraint " + quoted(constraint.name());
    }

    @Override
    List<String> renameConstraint(Table table, Constraint constraint, Name newName, Schema before) {
        return List.of(
                SqlServerDefinitions.isFiltered(table, constraint)
                        ? renameIndex(table, constraint.name(), newName)
                        : rename(inSchema(table, constraint.name().orElseThrow()), newName, "OBJECT"));
    }

    /** A constraint is where its table is. */
    private String inSchema(Table table, Name name) {
        return dialect().quote(table.name().renamed(name));
    }

    /** @param kind of what is renamed; empty for a table */
    private String rename(String quoted, Name newName, String kind) {
        return "exec sp_rename " + text(quoted) + ", " + text(newName.text())
                + (kind.isEmpty() ? "" : ", " + text(kind));
    }

    private String text(String text) {
        return "N" + dialect().literal(text);
    }

    private static boolean hasDefault(Column column) {
        return column.defaultValue().isPresent();
    }

    private String addDefault(Table table, Column column) {
        DefaultValue value = column.defaultValue().orElseThrow();
        return alter(table.name()) + "add constraint "
                + dialect().quote(ConstraintNames.defaultOf(table.name().name(), column.name())) + " default "
                + definitions.defaultValue(column, value) + " for " + dialect().quote(column.name());
    }

    /** By whatever name it has: Hibernate lets the database make one up. */
    private String dropDefault(Table table, Column column) {
        String object = "object_id(" + text(dialect().quote(table.name())) + ")";
        return "declare @retort nvarchar(max) = (select " + text(alter(table.name()) + "drop constraint ")
                + " + quotename(name) from sys.default_constraints where parent_object_id = " + object
                + " and parent_column_id = columnproperty(" + object + ", "
                + text(column.name().text())
                + ", 'ColumnId'))\nexec (@retort)";
    }

    /** The database itself goes on behind the highest of them (SET IDENTITY_INSERT). */
    @Override
    List<String> withNumbers(Table table, Column column, List<String> inserts) {
        String set = "set identity_insert " + dialect().quote(table.name());
        List<String> statements = new ArrayList<>();
        statements.add(set + " on");
        statements.addAll(inserts);
        statements.add(set + " off");
        return statements;
    }

    /** As Hibernate writes it: of {@code bigint}, whose lowest value is its lowest. */
    @Override
    List<String> createSequence(Sequence sequence) {
        return List.of("create sequence " + dialect().quote(sequence.name()) + " start with " + sequence.start()
                + " increment by " + sequence.increment() + SequenceBounds.explicit(sequence)
                + SequenceBounds.afterSteps(sequence, ""));
    }

    /** {@code cache} alone is what a new sequence has (CREATE SEQUENCE). */
    @Override
    List<String> alterSequence(AlterSequence changes, Sequence old, Sequence altered) {
        AlterSequence alter = changes.withoutStart();
        if (alter.isEmpty()) {
            return List.of();
        }
        return List.of("alter sequence " + dialect().quote(old.name())
                + SequenceBounds.changes(alter, old, altered, " no cycle", " cache"));
    }

    @Override
    List<String> renameSequence(Sequence sequence, Name newName) {
        return List.of(rename(dialect().quote(sequence.name()), newName, "OBJECT"));
    }

    @Override
    List<String> dropSequence(QualifiedName sequence) {
        return List.of("drop sequence " + dialect().quote(sequence));
    }
}
