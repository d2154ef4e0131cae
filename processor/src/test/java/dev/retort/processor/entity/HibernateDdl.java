package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Facts of a schema in one form, taken from the SQL Hibernate writes, and written from a schema of ours, so that the two
 * can be compared. Of what this dialect's exporters leave out (SQLite: foreign keys, keys over several columns) nothing
 * is written for ours either.
 */
final class HibernateDdl {
    private static final Pattern CREATE = Pattern.compile("create table (\\S+) \\((.*)\\)[^)]*");
    private static final Pattern MADE_UP = Pattern.compile("\\b(FK|UK|IDX)_?[0-9a-z]{10,}\\b");

    /** Written with a column or with the table, as there is room: the same constraint. */
    private static final Pattern NAMED_WITH_COLUMN = Pattern.compile("(.*) (constraint \\S+ check \\(.*\\))");

    private HibernateDdl() {}

    static SortedSet<String> facts(List<String> statements) {
        SortedSet<String> facts = new TreeSet<>();
        for (String statement : statements) {
            Matcher create = CREATE.matcher(statement);
            if (create.matches()) {
                facts.add("table " + create.group(1));
                int position = 0;
                for (String item : items(create.group(2))) {
                    boolean column = !item.matches("(primary key|unique|constraint|check)\\b.*");
                    Matcher named = NAMED_WITH_COLUMN.matcher(item);
                    if (column && named.matches()) {
                        facts.add(create.group(1) + " " + named.group(2));
                        item = named.group(1);
                    }
                    facts.add(create.group(1) + (column ? " #" + position++ + " " : " ") + item);
                }
            } else if (!statement.startsWith("comment on ")) {
                facts.add(MADE_UP.matcher(statement).replaceAll("$1"));
            }
        }
        return facts;
    }

    /** Split at commas outside brackets and quotes. */
    private static List<String> items(String list) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        StringBuilder item = new StringBuilder();
        for (char c : list.toCharArray()) {
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                items.add(item.toString().strip());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString().strip());
        return items;
    }

    static SortedSet<String> facts(Schema schema, DatabaseDialect dialect) {
        SortedSet<String> facts = new TreeSet<>();
        schema.tables().forEach(table -> new TableFacts(schema, table, dialect, facts).write());
        for (Sequence sequence : schema.sequences()) {
            String name = sql(sequence.name(), dialect);
            if (dialect.family().hasSequences()) {
                facts.add("create sequence " + name + " start with " + sequence.start() + " increment by "
                        + sequence.increment());
            } else {
                facts.add("table " + name);
                facts.add(name + " #0 next_val bigint");
                facts.add("insert into " + name + " ( next_val ) values ( " + sequence.start() + " )");
            }
        }
        return facts;
    }

    private static String sql(dev.retort.processor.schema.QualifiedName name, DatabaseDialect dialect) {
        return name.parts().stream().map(part -> sql(part, dialect)).collect(Collectors.joining("."));
    }

    private static String sql(Name name, DatabaseDialect dialect) {
        return name.quoted() ? dialect.hibernate().toQuotedIdentifier(name.text()) : name.text();
    }

    private record TableFacts(Schema schema, Table table, DatabaseDialect dialect, SortedSet<String> facts) {

        void write() {
            String name = sql(table.name(), dialect);
            facts.add("table " + name);
            List<Check> checks = new ArrayList<>(table.checks());
            for (int i = 0; i < table.columns().size(); i++) {
                facts.add(name + " #" + i + " " + column(table.columns().get(i), checks));
            }
            checks.forEach(check -> facts.add(name + " "
                    + check.name()
                            .map(n -> "constraint " + sql(n, dialect) + " ")
                            .orElse("") + "check (" + check.condition() + ")"));
            table.primaryKey().ifPresent(key -> facts.add(name + " primary key " + list(key.columns())));
            boolean sqlite = dialect.family() == Family.SQLITE;
            for (UniqueKey key : table.uniqueKeys()) {
                if (key.columns().size() > 1 && !sqlite) {
                    facts.add(name + " "
                            + key.name()
                                    .map(n -> "constraint " + sql(n, dialect) + " ")
                                    .orElse("") + "unique " + list(key.columns()));
                }
            }
            for (Index index : table.indexes()) {
                facts.add("create " + (index.unique() ? "unique " : "") + "index "
                        + index.name().map(n -> sql(n, dialect)).orElse("IDX") + " on " + name + " "
                        + list(index.columns()));
            }
            if (!sqlite) {
                table.foreignKeys().forEach(key -> facts.add(foreignKey(name, key)));
            }
        }

        private String column(Column column, List<Check> checks) {
            StringBuilder out = new StringBuilder(sql(column.name(), dialect)).append(' ');
            if (column.identity() && dialect.family() == Family.SQLITE) {
                // ColumnDefinitions leaves it out when the statement has the word already.
                boolean before = table.columns().subList(0, table.columns().indexOf(column)).stream()
                        .anyMatch(earlier -> earlier.type().texts().get(0).contains("integer"));
                out.append(before ? "" : "integer");
                return out.toString().strip();
            } else if (column.identity()) {
                out.append(column.type().texts().get(0)).append(" generated by default as identity");
            } else {
                out.append(column.type().texts().get(0));
                column.defaultValue()
                        .ifPresent(value -> out.append(" default ").append(((DefaultValue.Expression) value).sql()));
                out.append(column.nullable() ? "" : " not null");
            }
            if (table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())))) {
                out.append(" unique");
            }
            // Checks over one column stand with it, in Hibernate's order, which is not kept.
            Pattern own =
                    Pattern.compile("(?<![\\w`\"])" + Pattern.quote(sql(column.name(), dialect)) + "(?![\\w`\"])");
            List<Check> here = checks.stream()
                    .filter(check -> check.name().isEmpty()
                            && own.matcher(check.condition()).find()
                            && !check.condition().contains(" or "))
                    .toList();
            checks.removeAll(here);
            if (!here.isEmpty()) {
                out.append(here.stream()
                        .map(check -> "(" + check.condition() + ")")
                        .collect(Collectors.joining(" and ", " check (", ")")));
            }
            return out.toString();
        }

        private String foreignKey(String name, ForeignKey key) {
            Optional<Name> written = key.name();
            boolean toPrimaryKey = schema.table(key.table())
                    .orElseThrow()
                    .primaryKey()
                    .orElseThrow()
                    .columns()
                    .equals(key.referenced());
            return "alter table if exists " + name + " add constraint "
                    + written.map(n -> sql(n, dialect)).orElse("FK") + " foreign key "
                    + list(key.columns()) + " references " + sql(key.table(), dialect)
                    + (toPrimaryKey ? "" : " " + list(key.referenced()))
                    + (key.onDelete() == ForeignKey.Action.NO_ACTION
                            ? ""
                            : " on delete " + key.onDelete().sql());
        }

        private String list(List<Name> names) {
            return names.stream().map(name -> sql(name, dialect)).collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
