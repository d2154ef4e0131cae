package dev.retort.processor.sql;

import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Foreign keys that must step aside. InnoDB wants an index that begins with the columns of a foreign key. Where there is
 * none it makes one of the key's name, which goes by itself when another comes that serves as well, but stays when the
 * key goes. It refuses to drop the index that a key needs (error 1553), and to change the type of a key's column (1832).
 */
final class MysqlForeignKeys {
    static final String CHANGE_BOTH = "drop it before, change both columns, and add it after";

    private record Placed(QualifiedName table, ForeignKey key) {}

    private final MysqlStatements statements;
    private final Schema before;

    private MysqlForeignKeys(MysqlStatements statements, Schema before) {
        this.statements = statements;
        this.before = before;
    }

    static MysqlForeignKeys on(MysqlStatements statements, Schema before) {
        return new MysqlForeignKeys(statements, before);
    }

    /** @param after the table without the index on {@code columns}, which the statement drops */
    List<String> aroundIndex(Table table, List<Name> columns, Table after, String statement) {
        return around(
                table.foreignKeys().stream()
                        .filter(key -> covers(columns, key.columns()) && !hasIndex(after, key))
                        .map(key -> new Placed(table.name(), key))
                        .toList(),
                statement);
    }

    /** Keys that begin alike share one hidden index, which is called after one of them. */
    List<String> drop(Table table, ForeignKey key) {
        String drop = statements.dropForeignKey(table.name(), key);
        if (hasIndex(table, key)) {
            return List.of(drop);
        }
        List<Placed> sharing = table.foreignKeys().stream()
                .filter(other -> !other.equals(key)
                        && (covers(other.columns(), key.columns()) || covers(key.columns(), other.columns())))
                .map(other -> new Placed(table.name(), other))
                .toList();
        Name index = key.name().orElseThrow();
        return sharing.isEmpty()
                ? List.of(drop, statements.dropIndex(table.name(), index))
                : around(
                        sharing,
                        Stream.concat(Stream.of(drop), statements.dropIndexIfExists(table.name(), index).stream())
                                .toArray(String[]::new));
    }

    /** @throws UnsupportedByDialectException when the columns of a key would no longer be of one type */
    List<String> aroundType(Table table, Column old, Column altered, String... modify) {
        List<Placed> placed = new ArrayList<>();
        Schema after = before.with(table.replace(old, altered));
        for (Table other : before.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                boolean refers =
                        other.name().key().equals(table.name().key()) && Names.contains(key.columns(), old.name());
                boolean isReferred =
                        key.table().key().equals(table.name().key()) && Names.contains(key.referenced(), old.name());
                if (refers || isReferred) {
                    checkTypes(after, after.table(other.name()).orElseThrow(), key);
                    placed.add(new Placed(other.name(), key));
                }
            }
        }
        return around(placed, modify);
    }

    private void checkTypes(Schema after, Table table, ForeignKey key) {
        Table referenced = after.table(key.table()).orElseThrow();
        for (int i = 0; i < key.columns().size(); i++) {
            Column from = table.column(key.columns().get(i)).orElseThrow();
            Column to = referenced.column(key.referenced().get(i)).orElseThrow();
            if (!comparable(from).equals(comparable(to))) {
                throw statements.cannot(
                        "have foreign key " + key.name().orElseThrow() + " of table " + table.name()
                                + " from a column of type "
                                + statements.dialect().typeName(from.type()) + " to one of type "
                                + statements.dialect().typeName(to.type()),
                        CHANGE_BOTH);
            }
        }
    }

    /** Of texts the lengths may differ. */
    private String comparable(Column column) {
        String type = statements.dialect().typeName(column.type()).toLowerCase(Locale.ROOT);
        return type.startsWith("varchar") || type.startsWith("char") || type.startsWith("varbinary")
                ? type.substring(0, type.indexOf('(') < 0 ? type.length() : type.indexOf('('))
                : type;
    }

    private List<String> around(List<Placed> keys, String... inner) {
        List<String> all = new ArrayList<>();
        keys.forEach(placed -> all.add(statements.dropForeignKey(placed.table, placed.key)));
        all.addAll(List.of(inner));
        keys.forEach(placed -> all.add(statements.add(placed.table, placed.key)));
        return all;
    }

    /** Whether an index that a migration made serves the key. */
    private static boolean hasIndex(Table table, ForeignKey key) {
        Stream<List<Name>> indexes = Stream.of(
                        table.primaryKey().stream().map(Constraint::columns),
                        table.uniqueKeys().stream().map(Constraint::columns),
                        table.indexes().stream().filter(Index::isOnColumns).map(Index::columns))
                .flatMap(columns -> columns);
        return indexes.anyMatch(columns -> covers(columns, key.columns()));
    }

    private static boolean covers(List<Name> indexed, List<Name> columns) {
        return columns.size() <= indexed.size() && Names.sameKeys(columns, indexed.subList(0, columns.size()));
    }
}
