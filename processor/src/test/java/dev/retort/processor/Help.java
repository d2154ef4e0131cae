package dev.retort.processor;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A way out that a finding shows with code, as javac prints it.
 *
 * @param file the name of the file that the finding is in; empty for none
 * @param line of that file, from 1
 * @param summary the first line of the message, with the id
 * @param head the revision that the model was compared at; empty for none
 * @param words what stands before the code
 */
record Help(String file, int line, String summary, String head, String words, List<String> code) {
    private static final String WAY = "    help: ";
    private static final String CODE = "          ";
    private static final Pattern HEAD = Pattern.compile("schema at head (\\S+) \\(.*");

    String id() {
        return summary.substring(1, summary.indexOf(']'));
    }

    /** The first line of every finding, with its file. */
    static List<String> summaries(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(Help::isFinding)
                .map(finding -> Javac.file(finding) + ": " + first(message(finding)))
                .toList();
    }

    /** What javac itself complains about. */
    static List<String> faultsOfJava(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> !isFinding(diagnostic) && diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic ->
                        Javac.file(diagnostic) + ":" + diagnostic.getLineNumber() + ": " + message(diagnostic))
                .toList();
    }

    static List<Help> withCode(Compilation compilation) {
        List<Help> all = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            if (isFinding(diagnostic)) {
                all.addAll(withCode(diagnostic));
            }
        }
        return all;
    }

    private static List<Help> withCode(Diagnostic<? extends JavaFileObject> finding) {
        List<String> lines = message(finding).lines().toList();
        Matcher head = HEAD.matcher(lines.size() > 1 ? lines.get(1).strip() : "");
        String revision = head.matches() ? head.group(1) : "";
        List<Help> helps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).startsWith(CODE)) {
                end++;
            }
            if (lines.get(i).startsWith(WAY) && end > i + 1) {
                helps.add(new Help(
                        Javac.file(finding),
                        (int) finding.getLineNumber(),
                        lines.get(0),
                        revision,
                        lines.get(i).substring(WAY.length()),
                        lines.subList(i + 1, end).stream()
                                .map(line -> line.substring(CODE.length()))
                                .toList()));
            }
        }
        return helps;
    }

    private static boolean isFinding(Diagnostic<?> diagnostic) {
        return message(diagnostic).matches("(?s)\\[[A-Z]\\w+] .*");
    }

    private static String message(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ENGLISH);
    }

    private static String first(String message) {
        return message.lines().findFirst().orElse("");
    }
}
