package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.TableReferences;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Views, triggers, schemas and named enumeration types, whose words differ little from one family to the other. */
final class ObjectStatements {
    /** What Oracle reads as PL/SQL (PL/SQL Language Reference, Blocks; CREATE TRIGGER and its like). */
    private static final Pattern BLOCK = Pattern.compile(
            "(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(begin|declare|create\\s+(or\\s+replace\\s+)?((non)?editionable\\s+)?"
                    + "(function|procedure|package|trigger|type\\s+body))\\b");

    private static final Pattern END = Pattern.compile("(?i)\\bend(\\s+[\\w$#\"]+)?$");

    private final DatabaseDialect dialect;
    private final NamedEnums enums;

    ObjectStatements(DatabaseDialect dialect) {
        this.dialect = dialect;
        this.enums = new NamedEnums(dialect);
    }

    List<String> of(EnumOperation operation, Schema before) {
        return enums.of(operation, before);
    }

    List<String> of(ViewOperation operation, Schema before) {
        if (operation instanceof ViewOperation.CreateView create) {
            return List.of(create(create.view()));
        } else if (operation instanceof ViewOperation.ReplaceView replace) {
            return replace(replace.view(), before);
        } else if (operation instanceof ViewOperation.DropView drop) {
            return List.of(drop(before.extras().view(drop.view()).orElseThrow()));
        }
        throw new IllegalArgumentException("no SQL for " + operation.describe());
    }

    String create(View view) {
        return "create view " + named(view);
    }

    String drop(View view) {
        return "drop view " + dialect.quote(view.name());
    }

    /** SQLite has no {@code or replace}, and loses the triggers of a view that is dropped. */
    private List<String> replace(View view, Schema before) {
        return switch (dialect.family()) {
            case SQLITE -> {
                List<String> statements = new ArrayList<>(List.of(drop(view), create(view)));
                before.extras().triggersOn(view.name()).forEach(trigger -> statements.add(create(trigger)));
                yield statements;
            }
            case H2, POSTGRESQL, MARIADB, MYSQL, ORACLE, DB2 -> List.of("create or replace view " + named(view));
            // There is "create or alter" from 2016 on only.
            case SQLSERVER -> List.of("alter view " + named(view));
        };
    }

    private String named(View view) {
        return dialect.quote(view.name()) + " as " + text(view.query(), "view " + view.name());
    }

    List<String> of(TriggerOperation operation, Schema before) {
        if (operation instanceof TriggerOperation.CreateTrigger create) {
            return List.of(create(create.trigger()));
        } else if (operation instanceof TriggerOperation.DropTrigger drop) {
            return List.of(
                    drop(before.extras().trigger(drop.table(), drop.trigger()).orElseThrow()));
        }
        throw new IllegalArgumentException("no SQL for " + operation.describe());
    }

    String create(Trigger trigger) {
        return text(trigger.sql(), "trigger " + trigger.name());
    }

    String drop(Trigger trigger) {
        return switch (dialect.family()) {
            case POSTGRESQL ->
                "drop trigger " + dialect.quote(trigger.name()) + " on " + dialect.quote(trigger.table());
            case SQLITE, H2, MARIADB, MYSQL, SQLSERVER, ORACLE, DB2 ->
                "drop trigger " + dialect.quote(trigger.qualifiedName());
        };
    }

    /** SQLite has no schemas. On MariaDB and MySQL a schema is a database, and goes with all that is in it. */
    List<String> of(SchemaOperation operation) {
        return switch (dialect.family()) {
            case SQLITE -> List.of();
            case H2, POSTGRESQL ->
                List.of(
                        operation instanceof SchemaOperation.CreateSchema create
                                ? "create schema " + dialect.quote(create.name())
                                : "drop schema " + dialect.quote(dropped(operation)) + " restrict");
            case MARIADB, MYSQL, SQLSERVER ->
                List.of(
                        operation instanceof SchemaOperation.CreateSchema create
                                ? "create schema " + dialect.quote(create.name())
                                : "drop schema " + dialect.quote(dropped(operation)));
            case ORACLE, DB2 ->
                throw new UnsupportedByDialectException(
                        dialect.family().word() + " cannot create or drop a schema: there it is a user",
                        "leave the user to an administrator of the database, and "
                                + UnsupportedByDialectException.leaveToOthers("this"));
        };
    }

    private static Name dropped(SchemaOperation operation) {
        return ((SchemaOperation.DropSchema) operation).name();
    }

    /** Without its last semicolon, but for a block of Oracle's, which ends in one. */
    String statement(String sql) {
        String statement = sql.strip();
        String bare = statement.endsWith(";")
                ? statement.substring(0, statement.length() - 1).stripTrailing()
                : statement;
        return dialect.family() == Family.ORACLE && isBlock(bare) ? bare + ";" : bare;
    }

    private static boolean isBlock(String sql) {
        return BLOCK.matcher(sql).lookingAt() && END.matcher(sql).find();
    }

    /** The text of this dialect, without its last semicolon. */
    String text(WrittenSql sql, String what) {
        String word = dialect.family().word();
        return statement(sql.in(word)
                .orElseThrow(() -> new UnsupportedByDialectException(
                        word + " cannot make " + what + ", which has SQL for "
                                + String.join(", ", sql.byDialect().keySet()) + " only",
                        "add a text: on(\"" + word + "\", \"…\")")));
    }

    /** Statements around which views and triggers go and come again. */
    List<String> around(List<String> statements, List<View> views, List<Trigger> dropped, List<Trigger> created) {
        List<String> all = new ArrayList<>();
        dropped.forEach(trigger -> all.add(drop(trigger)));
        for (int i = views.size() - 1; i >= 0; i--) {
            all.add(drop(views.get(i)));
        }
        all.addAll(statements);
        views.forEach(view -> all.add(create(view)));
        created.forEach(trigger -> all.add(create(trigger)));
        return all;
    }

    /** The rename of a table, around which triggers go and come again that read or write it by name. */
    List<String> aroundRename(Operation operation, Schema before, List<String> statements) {
        if (!(operation instanceof Operation.RenameTable rename) || statements.isEmpty()) {
            return statements;
        }
        List<Trigger> users = before.extras().triggers().values().stream()
                .filter(trigger -> trigger.uses(rename.table()))
                .toList();
        String newName = dialect.quote(rename.newName());
        return around(
                statements,
                List.of(),
                users,
                users.stream()
                        .map(trigger -> new Trigger(
                                trigger.name(),
                                trigger.table(),
                                trigger.sql()
                                        .map(text -> TableReferences.of(text).renamed(rename.table(), newName))))
                        .toList());
    }

    /** What is on these views, and goes with them. */
    static List<Trigger> triggersOn(List<View> views, Schema schema) {
        return views.stream()
                .map(View::name)
                .flatMap((QualifiedName name) -> schema.extras().triggersOn(name).stream())
                .toList();
    }
}
