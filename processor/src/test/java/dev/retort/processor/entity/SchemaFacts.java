package dev.retort.processor.entity;

import dev.retort.processor.HibernateVersion;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.type.SqlTypes;

/** The facts of a model of ours. */
final class SchemaFacts {
    private final Model model;
    private final DatabaseDialect dialect;
    private final Dialect hibernate;
    private final Map<String, String> options;
    private final Facts facts = new Facts();

    private SchemaFacts(Model model, DatabaseDialect dialect) {
        this.model = model;
        this.dialect = dialect;
        this.hibernate = dialect.hibernate();
        this.options = new TreeMap<>(model.options());
    }

    static SortedSet<String> of(Model model, DatabaseDialect dialect) {
        SchemaFacts facts = new SchemaFacts(model, dialect);
        facts.write();
        return facts.facts.lines();
    }

    private void write() {
        model.schema().tables().forEach(this::table);
        model.schema().sequences().forEach(this::sequence);
        for (DatabaseObject object : model.schema().objects()) {
            object.create().forEach(sql -> facts.add("object " + sql));
        }
        model.initialRows().values().forEach(rows -> rows.forEach(row -> facts.add("row " + row)));
        options.forEach((of, text) -> facts.add("options nobody asked for: " + of + " " + text));
    }

    private void sequence(Sequence sequence) {
        String name = sql(sequence.name());
        if (dialect.family().hasSequences()) {
            facts.add("sequence " + name + " " + sequence.start() + " " + sequence.increment());
            String text = option("sequence " + sequence.name().key());
            if (!text.isEmpty()) {
                facts.add("options of sequence " + name + text);
            }
        } else {
            facts.table(name);
            facts.column(name, "next_val", ColumnFacts.of("bigint"));
            String column = HibernateVersion.isAtLeast("7.1") ? " ( next_val )" : "";
            facts.add("row insert into " + name + column + " values ( " + sequence.start() + " )");
            String text = option("table " + sequence.name().key());
            if (!text.isEmpty()) {
                facts.add("options of table " + name + text);
            }
        }
    }

    private void table(Table table) {
        String name = sql(table.name());
        String key = table.name().key();
        facts.table(name);
        table.comment().ifPresent(text -> facts.comment(name, "'" + text + "'"));
        table.columns().forEach(column -> facts.column(name, sql(column.name()), columnFacts(key, column)));
        table.columns()
                .forEach(column -> column.comment()
                        .ifPresent(text -> facts.comment(name + "." + sql(column.name()), "'" + text + "'")));
        table.primaryKey()
                .ifPresent(primary ->
                        facts.primaryKey(name, primary.name().map(this::sql).orElse(""), list(primary.columns())));
        table.uniqueKeys().forEach(unique -> unique(table, name, unique));
        table.checks().forEach(check -> check(table, name, check));
        table.indexes().forEach(index -> index(key, name, index));
        table.foreignKeys().forEach(foreign -> foreignKey(key, name, foreign));
        String declaration = option("declaration " + key);
        if (declaration.startsWith(" period for ")) {
            facts.add("declaration of table " + name + declaration);
        } else if (!declaration.isEmpty()) {
            String column = declaration.strip();
            int end = SqlScanner.endOfName(column, 0);
            facts.column(
                    name,
                    column.substring(0, end),
                    ColumnFacts.of(column.substring(end).strip()));
        }
        String text = option("table " + key);
        if (!text.isEmpty()) {
            facts.add("options of table " + name + text);
        }
    }

    private ColumnFacts columnFacts(String table, Column column) {
        String option = option("column " + table + "." + column.name().key());
        if (!column.identity()) {
            return ColumnFacts.of(definition(column) + option);
        }
        IdentityColumnSupport support = hibernate.getIdentityColumnSupport();
        String type = column.type().texts().get(0).replace(support.getIdentityColumnString(SqlTypes.BIGINT), "");
        ColumnFacts facts = ColumnFacts.of((support.hasDataTypeInIdentityColumn() ? type : "") + option);
        facts.set("identity", "yes");
        return facts;
    }

    private String definition(Column column) {
        StringBuilder sql = new StringBuilder();
        if (column.generatedAs().isEmpty() || hibernate.hasDataTypeBeforeGeneratedAs()) {
            sql.append(column.type().texts().get(0));
        }
        column.collation().ifPresent(collation -> sql.append(" collate ").append(hibernate.quoteCollation(collation)));
        column.defaultValue()
                .ifPresent(value -> sql.append(" default ").append(((DefaultValue.Expression) value).sql()));
        column.generatedAs().ifPresent(expression -> sql.append(hibernate.generatedAs(expression)));
        return sql.append(column.nullable() ? "" : " not null").toString();
    }

    private void unique(Table table, String name, UniqueKey key) {
        String columns = key.columns().stream().map(Name::key).collect(Collectors.joining(", "));
        facts.unique(
                name,
                key.name().map(this::sql).orElse(""),
                list(key.columns()),
                option("unique key " + table.name().key() + " (" + columns + ")"));
    }

    private void check(Table table, String name, Check check) {
        facts.check(
                name,
                check.name().map(given -> "constraint " + sql(given) + " ").orElse("") + "(" + check.condition() + ")"
                        + option("check " + table.name().key() + " " + check.condition()));
    }

    private void index(String table, String name, Index index) {
        String parts = index.parts().stream()
                .map(part -> text(part) + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        String given = index.name().map(this::sql).orElse("");
        facts.index(name, given, parts, index.unique(), option("index " + table + " " + given));
    }

    private String text(IndexPart part) {
        return part.column().map(this::sql).orElse(part.expression());
    }

    private void foreignKey(String table, String name, ForeignKey key) {
        String actions = (key.onDelete() == ForeignKey.Action.NO_ACTION
                        ? ""
                        : " on delete " + key.onDelete().sql())
                + (key.onUpdate() == ForeignKey.Action.NO_ACTION
                        ? ""
                        : " on update " + key.onUpdate().sql());
        facts.foreignKey(
                name,
                key.name().map(this::sql).orElse(""),
                "(" + list(key.columns()) + ") references " + sql(key.table()) + " (" + list(key.referenced()) + ")"
                        + actions
                        + option("foreign key " + table + " ("
                                + key.columns().stream().map(Name::key).collect(Collectors.joining(", ")) + ")"));
    }

    /** With a blank before it; each is told once. */
    private String option(String of) {
        String text = options.remove(of);
        return text == null ? "" : " " + text;
    }

    private String list(List<Name> names) {
        return names.stream().map(this::sql).collect(Collectors.joining(", "));
    }

    private String sql(QualifiedName name) {
        return name.parts().stream().map(this::sql).collect(Collectors.joining("."));
    }

    private String sql(Name name) {
        return name.quoted() ? hibernate.toQuotedIdentifier(name.text()) : name.text();
    }
}
