package dev.retort.processor.replay;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.Extras;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.TableReferences;
import dev.retort.processor.schema.UniqueKey;
import dev.retort.processor.schema.WrittenSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two schemas of migrations, fact by fact. The order of columns and of the values of a type does not
 * count, nor does {@code databaseOnly}. */
final class SchemaDifferences {

    private SchemaDifferences() {}

    /** One line for each fact that only one of them has: first what is left too much, then what is missing. */
    static List<String> list(Schema expected, Schema actual) {
        Map<String, String> wanted = facts(expected);
        Map<String, String> found = facts(actual);
        List<String> lines = new ArrayList<>();
        found.forEach((subject, fact) -> {
            String other = wanted.get(subject);
            if (other == null) {
                if (!belongsToMissing(subject, wanted)) {
                    lines.add(subject + " is left behind" + detail(fact));
                }
            } else if (!other.equals(fact)) {
                lines.add(subject + " is " + fact + " instead of " + other);
            }
        });
        wanted.forEach((subject, fact) -> {
            if (!found.containsKey(subject) && !belongsToMissing(subject, found)) {
                lines.add(subject + " is missing" + detail(fact));
            }
        });
        return lines;
    }

    private static String detail(String fact) {
        return fact.startsWith("table") || fact.equals("schema") ? "" : ": " + fact;
    }

    /** What a missing table lacks with it needs no line of its own. */
    private static boolean belongsToMissing(String subject, Map<String, String> facts) {
        int of = subject.indexOf(" of table ");
        return of >= 0 && !facts.containsKey(subject.substring(of + 4));
    }

    private static Map<String, String> facts(Schema schema) {
        Map<String, String> facts = new TreeMap<>();
        for (Table table : schema.tables()) {
            String of = " of table " + table.name().key();
            facts.put(
                    "table " + table.name().key(),
                    "table"
                            + table.comment()
                                    .map(comment -> " with comment " + comment)
                                    .orElse(""));
            table.columns()
                    .forEach(column -> facts.put("column " + column.name().key() + of, fact(column)));
            table.constraints()
                    .forEach(constraint -> facts.put(
                            "constraint " + constraint.name().map(Name::key).orElse("") + of, fact(constraint)));
            table.indexes()
                    .forEach(index ->
                            facts.put("index " + index.name().map(Name::key).orElse("") + of, fact(index)));
        }
        schema.sequences()
                .forEach(sequence -> facts.put(
                        "sequence " + sequence.name().key(),
                        "start " + sequence.start() + " increment " + sequence.increment()
                                + sequence.minValue()
                                        .map(value -> " minimum " + value)
                                        .orElse("")
                                + sequence.maxValue()
                                        .map(value -> " maximum " + value)
                                        .orElse("")
                                + (sequence.cycle() ? " cycle" : "")
                                + sequence.cache()
                                        .map(value -> " cache " + value)
                                        .orElse("")));
        schema.objects()
                .forEach(object -> facts.put("object " + object.name().key(), String.join("; ", object.create())));
        extras(schema.extras(), facts);
        return facts;
    }

    private static void extras(Extras extras, Map<String, String> facts) {
        extras.views().values().forEach(view -> facts.put("view " + view.name().key(), fact(view.query())));
        extras.triggers()
                .values()
                .forEach(trigger -> facts.put(
                        "trigger " + trigger.name().key() + " of table "
                                + trigger.table().key(),
                        fact(trigger.sql())));
        extras.schemas().keySet().forEach(key -> facts.put("schema " + key, "schema"));
        extras.enumTypes()
                .values()
                .forEach(type -> facts.put(
                        "type " + type.name().key(),
                        "enum " + type.labels().stream().sorted().collect(Collectors.joining(", "))));
    }

    private static String fact(WrittenSql sql) {
        return sql.texts().stream().map(TableReferences::normalised).collect(Collectors.joining("; "));
    }

    private static String fact(Column column) {
        return column.type().describe()
                + (column.nullable() ? "" : " not null")
                + column.defaultValue()
                        .map(value -> " default " + value.describe())
                        .orElse("")
                + (column.identity() ? " identity" : "")
                + column.generatedAs().map(sql -> " generated as (" + sql + ")").orElse("")
                + column.collation().map(name -> " collate " + name).orElse("")
                + column.comment().map(text -> " with comment " + text).orElse("");
    }

    private static String fact(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "primary key " + keys(key.columns());
        } else if (constraint instanceof ForeignKey key) {
            return "foreign key " + keys(key.columns()) + " to " + key.table().key() + " " + keys(key.referenced())
                    + " on delete " + key.onDelete().sql() + " on update "
                    + key.onUpdate().sql();
        } else if (constraint instanceof UniqueKey key) {
            return "unique key " + keys(key.columns());
        }
        if (constraint instanceof Exclusion exclusion) {
            return exclusion.describe() + " using " + exclusion.method();
        }
        return "check " + ((Check) constraint).condition();
    }

    private static String fact(Index index) {
        return (index.unique() ? "unique index " : "index ")
                + index.parts().stream()
                        .map(part -> part.column().map(Name::key).orElse(part.expression())
                                + (part.descending() ? " desc" : ""))
                        .toList()
                + (index.included().isEmpty() ? "" : " include " + keys(index.included()))
                + index.where().map(sql -> " where " + sql).orElse("");
    }

    private static String keys(List<Name> names) {
        return names.stream().map(Name::key).toList().toString();
    }
}
