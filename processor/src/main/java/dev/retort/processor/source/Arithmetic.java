package dev.retort.processor.source;

import com.sun.source.tree.Tree;
import java.util.Optional;

/** Operators over constants, with Java's own rules. */
final class Arithmetic {

    private Arithmetic() {}

    /** Empty for an operator or operand that is not read. */
    static Optional<Object> unary(Tree.Kind operator, Object operand) {
        if (operator == Tree.Kind.UNARY_PLUS && operand instanceof Number) {
            return Optional.of(operand);
        }
        if (operator != Tree.Kind.UNARY_MINUS) {
            return Optional.empty();
        }
        if (operand instanceof Integer number) {
            return Optional.of(-number);
        } else if (operand instanceof Long number) {
            return Optional.of(-number);
        } else if (operand instanceof Double number) {
            return Optional.of(-number);
        }
        return Optional.empty();
    }

    /** Empty for an operator or operands that are not read. */
    static Optional<Object> binary(Tree.Kind operator, Object left, Object right) {
        if (operator == Tree.Kind.PLUS && (left instanceof String || right instanceof String)) {
            return isPlain(left) && isPlain(right) ? Optional.of(String.valueOf(left) + right) : Optional.empty();
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return switch (operator) {
                case PLUS -> Optional.of(a + b);
                case MINUS -> Optional.of(a - b);
                case MULTIPLY -> Optional.of(a * b);
                default -> Optional.empty();
            };
        }
        if (isWhole(left) && isWhole(right)) {
            long a = ((Number) left).longValue();
            long b = ((Number) right).longValue();
            return switch (operator) {
                case PLUS -> Optional.of(a + b);
                case MINUS -> Optional.of(a - b);
                case MULTIPLY -> Optional.of(a * b);
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character;
    }
}
