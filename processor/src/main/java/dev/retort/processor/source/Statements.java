package dev.retort.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.source.Values.ArrayValue;
import dev.retort.processor.source.Values.ListValue;
import dev.retort.processor.source.Values.Scope;
import dev.retort.processor.source.Values.Unknown;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.util.Elements;

/** Walks statements. Each that cannot be read is a finding, and the walk goes on with the next. */
final class Statements {
    private final Evaluator evaluator;
    private final Findings findings;

    Statements(Elements elements, SourceTrees trees, Findings findings, Consumer<Location> callPlace) {
        Resolver resolver = new Resolver(elements);
        this.findings = findings;
        this.evaluator = new Evaluator(resolver, trees, new RunReferences(resolver, elements), this, callPlace);
    }

    void run(Unit unit, Scope scope, BlockTree block) {
        block.getStatements().forEach(statement -> run(unit, scope, statement));
    }

    void run(Unit unit, Scope scope, LambdaExpressionTree lambda, Object argument) {
        Scope inner = scope.inner();
        if (lambda.getParameters().size() == 1) {
            inner.put(lambda.getParameters().get(0).getName().toString(), argument);
        }
        if (lambda.getBody() instanceof BlockTree block) {
            run(unit, inner, block);
        } else if (lambda.getBody() instanceof ExpressionTree expression) {
            guarded(() -> perform(unit, inner, expression));
        }
    }

    private void run(Unit unit, Scope scope, StatementTree statement) {
        guarded(() -> {
            if (statement instanceof ExpressionStatementTree expression) {
                perform(unit, scope, expression.getExpression());
            } else if (statement instanceof VariableTree variable && variable.getInitializer() != null) {
                // Whatever goes wrong with the value is said once; what uses the variable then keeps quiet.
                scope.put(variable.getName().toString(), Unknown.VALUE);
                scope.put(variable.getName().toString(), evaluator.value(unit, scope, variable.getInitializer()));
            } else if (statement instanceof EnhancedForLoopTree loop) {
                loop(unit, scope, loop);
            } else if (statement instanceof BlockTree block) {
                run(unit, scope.inner(), block);
            } else if (!(statement instanceof EmptyStatementTree)) {
                throw Evaluator.notDecidable(unit, statement);
            }
        });
    }

    private void perform(Unit unit, Scope scope, ExpressionTree expression) {
        if (!(expression instanceof MethodInvocationTree call)) {
            throw Evaluator.notDecidable(unit, expression);
        }
        evaluator.perform(unit, scope, call);
    }

    private void loop(Unit unit, Scope scope, EnhancedForLoopTree loop) {
        Object iterated = evaluator.value(unit, scope, loop.getExpression());
        List<Object> items;
        if (iterated instanceof ArrayValue array) {
            items = array.items();
        } else if (iterated instanceof ListValue list) {
            items = list.items();
        } else if (iterated == Unknown.VALUE) {
            return;
        } else {
            throw Evaluator.unreadable(
                    unit,
                    loop.getExpression(),
                    "a loop is only read where its rounds are listed",
                    "write for (String name : List.of(\"a\", \"b\")), or loop over an array literal");
        }
        for (Object item : items) {
            Scope inner = scope.inner();
            inner.put(loop.getVariable().getName().toString(), item);
            run(unit, inner, loop.getStatement());
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (UnreadableException unreadable) {
            findings.add(Finding.error(
                            FindingId.UnreadableOperation,
                            unreadable.unit().place(unreadable.tree()),
                            unreadable.summary())
                    .help(unreadable.help()));
        } catch (RejectedCallException rejected) {
            findings.add(Finding.error(
                            FindingId.InvalidOperation, rejected.unit().place(rejected.tree()), rejected.summary())
                    .help(rejected.help()));
        }
    }
}
