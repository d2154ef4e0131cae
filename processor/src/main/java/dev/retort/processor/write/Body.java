package dev.retort.processor.write;

import dev.retort.processor.schema.JavaText;
import dev.retort.processor.suggest.OperationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Steps as the statements of a body. */
final class Body {
    /** {@code Operations.onDialect} takes so many. */
    private static final int MOST_DIALECTS = 3;

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
            if (dialects.size() == families.size()) {
                statements.addAll(block);
            } else {
                for (int i = 0; i < dialects.size(); i += MOST_DIALECTS) {
                    statements.add(onDialect(dialects.subList(i, Math.min(i + MOST_DIALECTS, dialects.size())), block));
                }
            }
            start = end;
        }
        return statements;
    }

    private static String onDialect(List<String> dialects, List<String> block) {
        String inner = block.stream()
                .map(statement -> statement.replaceFirst("(?m)^op\\.", "on."))
                .flatMap(String::lines)
                .map(line -> "\n    " + line)
                .collect(Collectors.joining());
        return "op.onDialect(" + dialects.stream().map(JavaText::literal).collect(Collectors.joining(", "))
                + ", on -> {" + inner + "\n});";
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
