package dev.retort.processor.operation;

import java.util.List;
import java.util.Optional;

/** What the files of operations share. */
final class Calls {

    private Calls() {}

    /** As a message names it: the method and its first arguments. */
    static String of(String method, Object... arguments) {
        StringBuilder out = new StringBuilder(method).append('(');
        for (int i = 0; i < arguments.length; i++) {
            out.append(i == 0 ? "\"" : ", \"").append(arguments[i]).append('"');
        }
        return out.append(')').toString();
    }

    static Optional<List<Operation>> only(Operation operation) {
        return Optional.of(List.of(operation));
    }
}
