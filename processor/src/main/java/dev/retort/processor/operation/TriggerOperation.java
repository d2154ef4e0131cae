package dev.retort.processor.operation;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.WrittenSql;
import java.util.List;
import java.util.Optional;

/** What is done to triggers. */
public sealed interface TriggerOperation extends Operation {

    /** The table or view. */
    QualifiedName table();

    record CreateTrigger(Trigger trigger) implements TriggerOperation, WithSql {
        @Override
        public QualifiedName table() {
            return trigger.table();
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(new DropTrigger(trigger.table(), trigger.name()));
        }

        @Override
        public WrittenSql sql() {
            return trigger.sql();
        }

        @Override
        public String method() {
            return "createTrigger";
        }

        @Override
        public String describe() {
            return Calls.of(method(), trigger.name(), trigger.table());
        }
    }

    record DropTrigger(QualifiedName table, Name trigger) implements TriggerOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(
                    new CreateTrigger(before.extras().trigger(table, trigger).orElseThrow()));
        }

        @Override
        public String describe() {
            return Calls.of("dropTrigger", trigger, table);
        }
    }
}
