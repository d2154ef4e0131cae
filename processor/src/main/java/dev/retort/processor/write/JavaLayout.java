package dev.retort.processor.write;

import java.util.ArrayList;
import java.util.List;

/** Breaks statements that are longer than a line: first at the dots of a chain, then at commas, then within texts. */
final class JavaLayout {
    static final int WIDTH = 120;
    private static final int CONTINUATION = 8;

    private JavaLayout() {}

    /**
     * Code in lines that fit.
     *
     * @param code one statement, or a block whose lines are statements each
     * @param indent of its first line
     */
    static List<String> lines(String code, int indent) {
        List<String> lines = new ArrayList<>();
        code.lines().forEach(line -> {
            int own = line.length() - line.stripLeading().length();
            lines.addAll(statement(line.strip(), indent + own));
        });
        return lines;
    }

    private static List<String> statement(String statement, int indent) {
        if (indent + statement.length() <= WIDTH || statement.startsWith("//")) {
            return List.of(" ".repeat(indent) + statement);
        }
        List<String> parts = chain(statement);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int own = i == 0 ? indent : indent + CONTINUATION;
            lines.addAll(call(parts.get(i), own));
        }
        return lines;
    }

    /** {@code op.a(…)}, {@code .b(…)}, {@code .c(…);}. */
    private static List<String> chain(String statement) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int dot : positions(statement, '.', 0)) {
            if (dot > 0 && statement.charAt(dot - 1) == ')') {
                parts.add(statement.substring(start, dot));
                start = dot;
            }
        }
        parts.add(statement.substring(start));
        return parts;
    }

    private static List<String> call(String call, int indent) {
        int open = call.indexOf('(');
        int close = call.lastIndexOf(')');
        if (indent + call.length() <= WIDTH || open < 0 || close < open) {
            return List.of(" ".repeat(indent) + call);
        }
        String arguments = call.substring(open + 1, close);
        String end = call.substring(close);
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(indent) + call.substring(0, open + 1));
        if (indent + CONTINUATION + arguments.length() + end.length() <= WIDTH) {
            lines.add(" ".repeat(indent + CONTINUATION) + arguments + end);
            return lines;
        }
        List<String> items = split(arguments, ',');
        for (int i = 0; i < items.size(); i++) {
            lines.addAll(argument(items.get(i).strip() + (i + 1 < items.size() ? "," : end), indent + CONTINUATION));
        }
        return lines;
    }

    /** A sum of texts, each text broken after a space where it does not fit. */
    private static List<String> argument(String argument, int indent) {
        if (indent + argument.length() <= WIDTH) {
            return List.of(" ".repeat(indent) + argument);
        }
        List<String> terms = new ArrayList<>();
        int room = WIDTH - indent - CONTINUATION - 4;
        for (String term : split(argument, '+')) {
            terms.addAll(texts(term.strip(), room));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            lines.add(
                    i == 0
                            ? " ".repeat(indent) + terms.get(i)
                            : " ".repeat(indent + CONTINUATION) + "+ " + terms.get(i));
        }
        return lines;
    }

    private static List<String> texts(String term, int room) {
        List<String> texts = new ArrayList<>();
        String rest = term;
        while (rest.length() > room && rest.startsWith("\"")) {
            int cut = breakBefore(rest, room - 1);
            texts.add(rest.substring(0, cut) + "\"");
            rest = "\"" + rest.substring(cut);
        }
        texts.add(rest);
        return texts;
    }

    /** After the last space that fits, else anywhere but inside an escape. */
    private static int breakBefore(String literal, int room) {
        int space = literal.lastIndexOf(' ', room - 1);
        if (space > room / 2) {
            return space + 1;
        }
        int cut = 1;
        while (cut < room) {
            int next = cut + (literal.charAt(cut) != '\\' ? 1 : literal.charAt(cut + 1) == 'u' ? 6 : 2);
            if (next > room) {
                break;
            }
            cut = next;
        }
        return cut;
    }

    private static List<String> split(String code, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at : positions(code, separator, 0)) {
            parts.add(code.substring(start, at));
            start = at + 1;
        }
        parts.add(code.substring(start));
        return parts;
    }

    /** Where a character stands outside of texts and inside so many brackets. */
    private static List<Integer> positions(String code, char wanted, int depth) {
        List<Integer> positions = new ArrayList<>();
        int open = 0;
        boolean isText = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (isText && c == '\\') {
                i++;
            } else if (c == '"') {
                isText = !isText;
            } else if (!isText) {
                if (c == wanted && open == depth) {
                    positions.add(i);
                }
                open += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            }
        }
        return positions;
    }
}
