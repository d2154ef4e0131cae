package dev.retort.processor.replay;

import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.schema.JavaText;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.TableReferences;
import dev.retort.processor.schema.Trigger;
import java.util.Optional;

/** Making and dropping triggers, and what may not happen to a table while a trigger uses it. */
final class TriggerChanges {

    private TriggerChanges() {}

    static Schema apply(Schema schema, TriggerOperation operation) {
        if (operation instanceof TriggerOperation.CreateTrigger create) {
            return create(schema, create.trigger());
        } else if (operation instanceof TriggerOperation.DropTrigger drop) {
            return schema.with(schema.extras().without(trigger(schema, drop)));
        }
        throw new IllegalArgumentException("unknown operation " + operation.describe());
    }

    private static Schema create(Schema schema, Trigger trigger) {
        QualifiedName table = schema.extras().view(trigger.table()).isPresent()
                ? trigger.table()
                : Lookup.table(schema, trigger.table()).name();
        Optional.ofNullable(
                        schema.extras().triggers().get(trigger.qualifiedName().key()))
                .ifPresent(other -> {
                    throw new InvalidOperationException(
                            "there is already a trigger " + other.name() + ", on table " + other.table(),
                            "choose another name, or drop that first:\n" + dropCode(other));
                });
        trigger.sql().texts().forEach(text -> checkText(trigger, text));
        return schema.with(schema.extras().with(new Trigger(trigger.name(), table, trigger.sql())));
    }

    /** Else the trigger could not be dropped, nor brought back after its table was rebuilt. */
    private static void checkText(Trigger trigger, String text) {
        TableReferences references = TableReferences.of(text);
        if (references.triggerName().isEmpty()) {
            throw new InvalidOperationException(
                    "the SQL of trigger " + trigger.name() + " does not create a trigger",
                    "write the whole statement, which begins with create trigger");
        }
        QualifiedName written = references.triggerName().get();
        if (!written.name().sameKey(trigger.name())) {
            throw new InvalidOperationException(
                    "the SQL of trigger " + trigger.name() + " creates a trigger " + written.name(),
                    "give both the same name");
        }
        Optional<QualifiedName> on = references.triggerTable();
        if (on.isPresent() && !on.get().name().sameKey(trigger.table().name())) {
            throw new InvalidOperationException(
                    "the SQL of trigger " + trigger.name() + " creates it on table " + on.get() + " instead of "
                            + trigger.table(),
                    "name the same table in both");
        }
    }

    private static Trigger trigger(Schema schema, TriggerOperation.DropTrigger drop) {
        return schema.extras()
                .trigger(drop.table(), drop.trigger())
                .orElseThrow(() -> new InvalidOperationException(
                        "table " + drop.table() + " has no trigger " + drop.trigger(),
                        Lookup.near(
                                drop.trigger().toString(),
                                schema.extras().triggersOn(drop.table()).stream()
                                        .map(known -> known.name().toString())
                                        .toList())));
    }

    /** Its own triggers go with a table; those of others would fail from then on. */
    static void refuseDrop(Schema schema, Table table) {
        for (Trigger trigger : schema.extras().triggers().values()) {
            if (!trigger.isOn(table.name()) && trigger.uses(table.name())) {
                throw new InvalidOperationException(
                        "table " + table.name() + " is still used by " + describe(trigger),
                        "drop that first:\n" + dropCode(trigger));
            }
        }
    }

    static void refuseDrop(Schema schema, Table table, Name column) {
        for (Trigger trigger : schema.extras().triggers().values()) {
            if (trigger.names(table.name(), column)) {
                throw new InvalidOperationException(
                        "column " + column + " of table " + table.name() + " is still used by " + describe(trigger),
                        "drop that first:\n" + dropCode(trigger));
            }
        }
    }

    static void refuseRename(Schema schema, Table table, Name column) {
        for (Trigger trigger : schema.extras().triggers().values()) {
            if (trigger.names(table.name(), column)) {
                throw new InvalidOperationException(
                        "column " + column + " is used by " + describe(trigger) + ", whose text cannot be rewritten",
                        "drop the trigger before and create it after:\n" + dropCode(trigger));
            }
        }
    }

    private static String describe(Trigger trigger) {
        return "trigger " + trigger.name() + " of table " + trigger.table();
    }

    private static String dropCode(Trigger trigger) {
        return "op.dropTrigger(" + JavaText.literal(trigger.name().toString()) + ", "
                + JavaText.literal(trigger.table().toString()) + ");";
    }
}
