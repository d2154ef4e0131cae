package dev.retort.processor.source;

import dev.retort.op.ConnectionAction;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression can be worth besides strings, numbers, booleans and the vocabulary's own values. */
final class Values {

    private Values() {}

    /** Of an array literal. */
    record ArrayValue(List<Object> items) {}

    /** Of {@code List.of}. */
    record ListValue(List<Object> items) {}

    /** A method reference that was found to be what {@code run} takes. */
    record RunReference(String className, String method) implements ConnectionAction {
        @Override
        public void run(Connection connection) {
            throw new UnsupportedOperationException("migrations are read, not run");
        }
    }

    /** {@code null}, which a row may hold and nothing else. */
    enum Null {
        VALUE
    }

    /** A variable whose value could not be read; what uses it has been reported with it. */
    enum Unknown {
        VALUE
    }

    /** Local variables and parameters. */
    static final class Scope {
        private final Map<String, Object> variables = new HashMap<>();
        private final Optional<Scope> outer;

        private Scope(Optional<Scope> outer) {
            this.outer = outer;
        }

        static Scope root() {
            return new Scope(Optional.empty());
        }

        Scope inner() {
            return new Scope(Optional.of(this));
        }

        void put(String name, Object value) {
            variables.put(name, value);
        }

        Optional<Object> get(String name) {
            Optional<Object> own = Optional.ofNullable(variables.get(name));
            return own.isPresent() ? own : outer.flatMap(scope -> scope.get(name));
        }
    }
}
