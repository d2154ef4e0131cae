package dev.retort.processor.source;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.retort.op.DialectSql;
import dev.retort.op.ReferentialAction;
import dev.retort.op.SqlTypes;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.stream.Stream;

/** What to say of the kinds of code that a migration may not hold, and what to write instead. */
final class Unreadables {
    private static final String LIST = "write for (String name : List.of(\"a\", \"b\")), or loop over an array literal";
    private static final String VALUE = "write the value itself, or a constant: static final String NAME = \"…\"";

    private static final String CORRECT = "correct the name, or import it";

    private Unreadables() {}

    static String summary(Tree tree) {
        return switch (tree.getKind()) {
            case IF, SWITCH, SWITCH_EXPRESSION, CONDITIONAL_EXPRESSION ->
                "a migration cannot choose: its operations are read while compiling, and all of them apply";
            case FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> "a loop is only read where its rounds are listed";
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

    /** For a method that is neither imported nor of the class. */
    static String unknownMethod(String name) {
        return Stream.of(SqlTypes.class, DialectSql.class)
                .filter(owner -> Stream.of(owner.getMethods())
                        .anyMatch(method -> Modifier.isStatic(method.getModifiers())
                                && method.getName().equals(name)))
                .findFirst()
                .map(Unreadables::importOf)
                .orElse(CORRECT);
    }

    /** For what is neither a variable nor a constant. */
    static String unknownName(String name) {
        return Stream.of(ReferentialAction.values())
                        .anyMatch(action -> action.name().equals(name))
                ? importOf(ReferentialAction.class)
                : CORRECT;
    }

    private static String importOf(Class<?> owner) {
        return "import it:\nimport static " + owner.getName() + ".*;";
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
