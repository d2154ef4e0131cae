package dev.retort.processor.replay;

import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.JavaText;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.View;
import java.util.regex.Pattern;

/** Making and dropping views, and what may not happen to a table while a view reads it. */
final class ViewChanges {
    private static final Pattern WHOLE_STATEMENT =
            Pattern.compile("(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*create\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ViewChanges() {}

    static Schema apply(Schema schema, ViewOperation operation) {
        if (operation instanceof ViewOperation.CreateView create) {
            SchemaChange.freeName(schema, create.view().name());
            checkQuery(create.view(), "createView");
            return schema.with(schema.extras().with(create.view()));
        } else if (operation instanceof ViewOperation.ReplaceView replace) {
            View old = view(schema, replace.view().name());
            checkQuery(replace.view(), "replaceView");
            return schema.with(
                    schema.extras().with(new View(old.name(), replace.view().query())));
        } else if (operation instanceof ViewOperation.DropView drop) {
            View view = view(schema, drop.view());
            refuseWhileRead(schema, view.name(), "view " + view.name());
            return schema.with(schema.extras().without(view));
        }
        throw new IllegalArgumentException("unknown operation " + operation.describe());
    }

    private static View view(Schema schema, QualifiedName name) {
        return schema.extras()
                .view(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "there is no view " + name,
                        Lookup.near(
                                name.toString(),
                                schema.extras().views().values().stream()
                                        .map(known -> known.name().toString())
                                        .toList())));
    }

    private static void checkQuery(View view, String method) {
        for (String text : view.query().texts()) {
            if (text.isBlank()) {
                throw new InvalidOperationException(
                        "view " + view.name() + " has no query", "write the select that it stands for");
            }
            if (WHOLE_STATEMENT.matcher(text).matches()) {
                throw new InvalidOperationException(
                        method + " takes the query alone", "leave out what stands before it: create view … as");
            }
        }
    }

    /** For a table or view that goes. */
    static void refuseWhileRead(Schema schema, QualifiedName name, String what) {
        for (View view : schema.extras().views().values()) {
            if (!view.name().key().equals(name.key()) && view.reads(name)) {
                throw new InvalidOperationException(
                        what + " is still read by view " + view.name(), "drop that first:\n" + dropCode(view));
            }
        }
    }

    static void refuseRename(Schema schema, Table table) {
        for (View view : schema.extras().views().values()) {
            if (view.reads(table.name())) {
                throw textStays("table " + table.name(), view);
            }
        }
    }

    static void refuseDrop(Schema schema, Table table, Name column) {
        for (View view : schema.extras().views().values()) {
            if (view.reads(table.name(), column)) {
                throw new InvalidOperationException(
                        "column " + column + " of table " + table.name() + " is still used by view " + view.name(),
                        "drop that first:\n" + dropCode(view));
            }
        }
    }

    static void refuseRename(Schema schema, Table table, Name column) {
        for (View view : schema.extras().views().values()) {
            if (view.reads(table.name(), column)) {
                throw textStays("column " + column, view);
            }
        }
    }

    private static InvalidOperationException textStays(String what, View view) {
        return new InvalidOperationException(
                what + " is used by view " + view.name() + ", whose text cannot be rewritten",
                "drop the view before and create it after:\n" + dropCode(view));
    }

    private static String dropCode(View view) {
        return "op.dropView(" + JavaText.literal(view.name().toString()) + ");";
    }
}
