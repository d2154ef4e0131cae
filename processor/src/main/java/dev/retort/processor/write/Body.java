package dev.retort.processor.write;

import dev.retort.processor.schema.JavaText;
import dev.retort.processor.suggest.OperationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Steps as the statements of a body. */
final class Body {
    private Body() {}

    /** @param families all that the environment declares */
    static List<String> statements(List<PlannedStep> steps, List<String> families) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        while (start < steps.size()) {
            List<String> dialects = steps.get(start).dialects();
            int end = start + 1;
            while (end < steps.size() && steps.get(end).dialects().equals(dialects)) {
                end++;
            }
            List<String> block = steps.subList(start, end).stream()
                    .map(step -> code(step.step()))
                    .toList();
            statements.addAll(dialects.size() == families.size() ? block : OperationSource.onDialects(dialects, block));
            start = end;
        }
        return statements;
    }

    private static String code(Step step) {
        if (step instanceof Step.Choice choice) {
            String before = choice.before().isEmpty() ? "" : JavaText.literal(choice.before()) + " + ";
            String after = choice.after().isEmpty() ? "" : " + " + JavaText.literal(choice.after());
            return choice.comment().lines().map(line -> "// " + line + "\n").collect(Collectors.joining())
                    + "op.execute(" + before + choice.variable() + after + ");";
        }
        return OperationSource.of(((Step.Change) step).operation());
    }
}
