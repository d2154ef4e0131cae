package dev.retort.processor.operation;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Schema;
import java.util.List;
import java.util.Optional;

/** What is done to schemas, as places that tables lie in. */
public sealed interface SchemaOperation extends Operation {

    Name name();

    record CreateSchema(Name name) implements SchemaOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(new DropSchema(name));
        }

        @Override
        public String describe() {
            return Calls.of("createSchema", name);
        }
    }

    record DropSchema(Name name) implements SchemaOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(new CreateSchema(before.extras().schema(name).orElseThrow()));
        }

        @Override
        public String describe() {
            return Calls.of("dropSchema", name);
        }
    }
}
