package dev.retort.processor.operation;

import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done to views. */
public sealed interface ViewOperation extends Operation {

    QualifiedName name();

    record CreateView(View view) implements ViewOperation, WithSql {
        @Override
        public QualifiedName name() {
            return view.name();
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(new DropView(view.name()));
        }

        @Override
        public WrittenSql sql() {
            return view.query();
        }

        @Override
        public String method() {
            return "createView";
        }

        @Override
        public String describe() {
            return Calls.of(method(), view.name());
        }
    }

    /** @param view with its new text */
    record ReplaceView(View view) implements ViewOperation, WithSql {
        @Override
        public QualifiedName name() {
            return view.name();
        }

        /** PostgreSQL takes no column away by {@code create or replace}: the view goes, and what reads it. */
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            List<View> gone = new ArrayList<>();
            gone.add(before.extras().view(view.name()).orElseThrow());
            gone.addAll(before.extras().readersOf(view.name()));
            List<Operation> operations = new ArrayList<>();
            for (int i = gone.size() - 1; i >= 0; i--) {
                operations.add(new DropView(gone.get(i).name()));
            }
            gone.forEach(each -> operations.add(new CreateView(each)));
            gone.forEach(each -> before.extras()
                    .triggersOn(each.name())
                    .forEach(trigger -> operations.add(new TriggerOperation.CreateTrigger(trigger))));
            return Optional.of(operations);
        }

        @Override
        public WrittenSql sql() {
            return view.query();
        }

        @Override
        public String method() {
            return "replaceView";
        }

        @Override
        public String describe() {
            return Calls.of(method(), view.name());
        }
    }

    record DropView(QualifiedName view) implements ViewOperation {
        @Override
        public QualifiedName name() {
            return view;
        }

        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            List<Operation> operations = new ArrayList<>();
            operations.add(new CreateView(before.extras().view(view).orElseThrow()));
            for (Trigger trigger : before.extras().triggersOn(view)) {
                operations.add(new TriggerOperation.CreateTrigger(trigger));
            }
            return Optional.of(operations);
        }

        @Override
        public String describe() {
            return Calls.of("dropView", view);
        }
    }
}
