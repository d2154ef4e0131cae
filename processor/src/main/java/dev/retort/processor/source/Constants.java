package dev.retort.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import dev.retort.processor.source.Values.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The values of fields: of the vocabulary, of sources by their initializers, of compiled classes by their constants. */
final class Constants {
    private final SourceTrees trees;
    private final Evaluator evaluator;
    private final Map<VariableElement, Object> known = new HashMap<>();
    private final Set<VariableElement> underway = new HashSet<>();

    Constants(SourceTrees trees, Evaluator evaluator) {
        this.trees = trees;
        this.evaluator = evaluator;
    }

    Object value(Unit unit, ExpressionTree use, VariableElement field) {
        String owner = ownerOf(field).getQualifiedName().toString();
        String name = field.getSimpleName().toString();
        if (Vocabulary.isPartOf(owner) && field.getKind() == ElementKind.ENUM_CONSTANT) {
            for (Object constant : Vocabulary.load(owner).getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        if (field.getKind() == ElementKind.ENUM_CONSTANT
                || !field.getModifiers().contains(Modifier.FINAL)) {
            throw Evaluator.unreadable(
                    unit,
                    use,
                    "the value of " + ownerOf(field).getSimpleName() + "." + name + " is not known while compiling",
                    field.getKind() == ElementKind.ENUM_CONSTANT
                            ? "write the value itself: what runs must not change when the enum does"
                            : "declare it static final with a value that stands there");
        }
        Object value = known.get(field);
        if (value == null) {
            value = evaluate(unit, use, field);
            known.put(field, value);
        }
        return value;
    }

    private Object evaluate(Unit unit, ExpressionTree use, VariableElement field) {
        Optional<VariableTree> tree = trees.field(field);
        Optional<Unit> home = trees.unit(ownerOf(field));
        if (tree.isPresent() && home.isPresent() && tree.get().getInitializer() != null && underway.add(field)) {
            try {
                return evaluator.value(home.get(), Scope.root(), tree.get().getInitializer());
            } catch (UnreadableException unreadable) {
                // Said where the constant is used: it may well be right for other uses.
                throw notKnown(unit, use, field);
            } finally {
                underway.remove(field);
            }
        }
        Object constant = tree.isPresent() ? null : field.getConstantValue();
        if (constant == null) {
            throw notKnown(unit, use, field);
        }
        return constant;
    }

    private static UnreadableException notKnown(Unit unit, ExpressionTree use, VariableElement field) {
        return Evaluator.unreadable(
                unit,
                use,
                "the value of " + ownerOf(field).getSimpleName() + "." + field.getSimpleName()
                        + " is not known while compiling",
                "write the value itself");
    }

    private static TypeElement ownerOf(VariableElement field) {
        return (TypeElement) Objects.requireNonNull(field.getEnclosingElement());
    }
}
