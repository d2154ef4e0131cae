package dev.retort.processor.source;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.Locale;

/** What to say of the kinds of code that a migration may not hold, and what to write instead. */
final class Unreadables {
    private static final String LIST = "a for loop over List.of(…) or an array literal is read";
    private static final String VALUE = "write the value itself, or a constant: static final String NAME = \"…\"";

    private Unreadables() {}

    static String summary(Tree tree) {
        return switch (tree.getKind()) {
            case IF, SWITCH, SWITCH_EXPRESSION, CONDITIONAL_EXPRESSION ->
                "a migration cannot choose: its operations are read while compiling, and all of them apply";
            case FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> "a loop whose rounds are not listed cannot be read";
            case TRY, THROW, SYNCHRONIZED, ASSERT ->
                "a migration is read, not run: " + tree.getKind().toString().toLowerCase(Locale.ROOT)
                        + " has no meaning in it";
            case NEW_CLASS -> "an object made at run time cannot be read";
            case ASSIGNMENT,
                    PREFIX_INCREMENT,
                    POSTFIX_INCREMENT,
                    PREFIX_DECREMENT,
                    POSTFIX_DECREMENT,
                    PLUS_ASSIGNMENT -> "a variable that changes cannot be read";
            case RETURN -> "a migration is read to its end: return has no meaning in it";
            case MEMBER_SELECT -> ((MemberSelectTree) tree).getIdentifier() + " is not a constant that can be read";
            default -> "this cannot be read while compiling";
        };
    }

    static String help(Tree tree) {
        return switch (tree.getKind()) {
            case IF, SWITCH, SWITCH_EXPRESSION, CONDITIONAL_EXPRESSION ->
                "where databases differ, give one text each:\n"
                        + "op.execute(on(\"sqlite\", \"…\"), on(\"h2\", \"…\"));";
            case FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> LIST;
            case TRY, THROW, SYNCHRONIZED, ASSERT, NEW_CLASS ->
                "put Java code into a static method and name it: op.run(Backfill::themes)";
            case RETURN -> "leave it out";
            default -> VALUE;
        };
    }
}
