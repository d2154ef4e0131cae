package dev.retort.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.retort.processor.finding.Location;
import dev.retort.processor.source.Values.ArrayValue;
import dev.retort.processor.source.Values.ListValue;
import dev.retort.processor.source.Values.Scope;
import dev.retort.processor.source.Values.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What an expression is worth, or an {@link UnreadableException} at the part that cannot be decided. */
final class Evaluator {
    private static final Set<String> LIST_FACTORIES = Set.of("java.util.List.of", "java.util.Arrays.asList");

    private final Resolver resolver;
    private final Constants constants;
    private final RunReferences runReferences;
    private final Statements statements;
    private final Consumer<Location> callPlace;

    /** @param callPlace told the place of each call of the vocabulary, just before it is made */
    Evaluator(
            Resolver resolver,
            SourceTrees trees,
            RunReferences runReferences,
            Statements statements,
            Consumer<Location> callPlace) {
        this.resolver = resolver;
        this.constants = new Constants(trees, this);
        this.runReferences = runReferences;
        this.statements = statements;
        this.callPlace = callPlace;
    }

    Object value(Unit unit, Scope scope, ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            Object value = literal.getValue();
            return value == null ? Values.Null.VALUE : value;
        } else if (expression instanceof ParenthesizedTree parenthesized) {
            return value(unit, scope, parenthesized.getExpression());
        } else if (expression instanceof UnaryTree unary) {
            return Arithmetic.unary(unary.getKind(), value(unit, scope, unary.getExpression()))
                    .orElseThrow(() -> notDecidable(unit, unary));
        } else if (expression instanceof BinaryTree binary) {
            Object left = value(unit, scope, binary.getLeftOperand());
            Object right = value(unit, scope, binary.getRightOperand());
            if (left == Unknown.VALUE || right == Unknown.VALUE) {
                return Unknown.VALUE;
            }
            return Arithmetic.binary(binary.getKind(), left, right).orElseThrow(() -> notDecidable(unit, binary));
        } else if (expression instanceof IdentifierTree identifier) {
            return variable(unit, scope, identifier);
        } else if (expression instanceof MemberSelectTree select) {
            return constant(unit, select);
        } else if (expression instanceof MethodInvocationTree call) {
            return call(unit, scope, call)
                    .orElseThrow(() -> unreadable(
                            unit,
                            call,
                            call.getMethodSelect() + " has no result",
                            "call it as a statement of its own"));
        } else if (expression instanceof TypeCastTree cast
                && cast.getType().toString().equals("Object")) {
            return value(unit, scope, cast.getExpression());
        } else if (expression instanceof NewArrayTree array && array.getInitializers() != null) {
            return new ArrayValue(values(unit, scope, array.getInitializers()));
        } else if (expression instanceof LambdaExpressionTree lambda) {
            return (Consumer<Object>) argument -> statements.run(unit, scope, lambda, argument);
        } else if (expression instanceof MemberReferenceTree reference) {
            return runReferences.resolve(unit, reference);
        }
        throw notDecidable(unit, expression);
    }

    /** Runs a call whose result nobody uses. */
    void perform(Unit unit, Scope scope, MethodInvocationTree call) {
        call(unit, scope, call);
    }

    private List<Object> values(Unit unit, Scope scope, List<? extends ExpressionTree> expressions) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(value(unit, scope, expression)));
        return values;
    }

    private Object variable(Unit unit, Scope scope, IdentifierTree identifier) {
        String name = identifier.getName().toString();
        Optional<Object> local = scope.get(name);
        if (local.isPresent()) {
            return local.get();
        }
        VariableElement field = resolver.field(unit, name)
                .orElseThrow(() -> unreadable(
                        unit,
                        identifier,
                        "nothing named " + name + " can be found here",
                        Unreadables.unknownName(name)));
        return constants.value(unit, identifier, field);
    }

    private Object constant(Unit unit, MemberSelectTree select) {
        Optional<TypeElement> type = resolver.type(unit, select.getExpression());
        VariableElement field = type.flatMap(
                        owner -> resolver.fieldOf(owner, select.getIdentifier().toString()))
                .orElseThrow(() -> notDecidable(unit, select));
        return constants.value(unit, select, field);
    }

    /** Empty for a call without result. */
    private Optional<Object> call(Unit unit, Scope scope, MethodInvocationTree call) {
        if (call.getMethodSelect() instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            TypeElement owner = resolver.methodOwner(unit, name)
                    .orElseThrow(() -> unreadable(
                            unit, call, "no method " + name + " can be found here", Unreadables.unknownMethod(name)));
            return Optional.of(staticCall(unit, scope, call, owner, name));
        }
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            throw notDecidable(unit, call);
        }
        String name = select.getIdentifier().toString();
        if (!isVariable(unit, scope, select.getExpression())) {
            Optional<TypeElement> owner = resolver.type(unit, select.getExpression());
            if (owner.isPresent()) {
                return Optional.of(staticCall(unit, scope, call, owner.get(), name));
            }
        }
        Object target = value(unit, scope, select.getExpression());
        if (target == Unknown.VALUE) {
            return Optional.of(Unknown.VALUE);
        }
        Class<?> type = Vocabulary.interfaceOf(target)
                .orElseThrow(() -> unreadable(
                        unit,
                        call,
                        name + " is not one of Retort's operations, and only those are read",
                        "write the value it gives in its place"));
        return invoke(unit, scope, call, type, target, name);
    }

    private boolean isVariable(Unit unit, Scope scope, ExpressionTree expression) {
        return expression instanceof IdentifierTree identifier
                && (scope.get(identifier.getName().toString()).isPresent()
                        || resolver.field(unit, identifier.getName().toString()).isPresent());
    }

    private Object staticCall(Unit unit, Scope scope, MethodInvocationTree call, TypeElement owner, String name) {
        String className = owner.getQualifiedName().toString();
        if (Vocabulary.isPartOf(className)) {
            return invoke(unit, scope, call, Vocabulary.load(className), null, name)
                    .orElseThrow(() -> notDecidable(unit, call));
        }
        if (LIST_FACTORIES.contains(className + "." + name)) {
            List<Object> items = values(unit, scope, call.getArguments());
            return new ListValue(items.size() == 1 && items.get(0) instanceof ArrayValue array ? array.items() : items);
        }
        throw unreadable(
                unit,
                call,
                name + " is a method of " + owner.getSimpleName() + ", and only Retort's operations are read",
                "write what it does in its place, or give Java code to op.run(" + owner.getSimpleName() + "::…)");
    }

    private Optional<Object> invoke(
            Unit unit, Scope scope, MethodInvocationTree call, Class<?> type, @Nullable Object target, String name) {
        List<Object> arguments = values(unit, scope, call.getArguments());
        if (arguments.contains(Unknown.VALUE)) {
            return Optional.of(Unknown.VALUE);
        }
        int missing = arguments.indexOf(Values.Null.VALUE);
        if (missing >= 0 && !Vocabulary.takesNull(type, name)) {
            throw unreadable(
                    unit, call.getArguments().get(missing), "null is no value of a migration", "leave the call out");
        }
        try {
            callPlace.accept(unit.place(call));
            return Optional.ofNullable(Vocabulary.call(type, target, name, arguments));
        } catch (Vocabulary.NoSuchCall noSuchCall) {
            throw unreadable(unit, call, String.valueOf(noSuchCall.getMessage()), noSuchCall.help());
        } catch (IllegalArgumentException refused) {
            throw new RejectedCallException(unit, call, refused);
        }
    }

    static UnreadableException notDecidable(Unit unit, Tree tree) {
        return unreadable(unit, tree, Unreadables.summary(tree), Unreadables.help(tree));
    }

    static UnreadableException unreadable(Unit unit, Tree tree, String summary, String help) {
        return new UnreadableException(unit, tree, summary, help);
    }
}
