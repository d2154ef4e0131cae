package dev.retort.processor.write;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source of a migration. */
final class RevisionSource {
    private static final String OP = "dev.retort.op.";
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern FREE_CALL = Pattern.compile("(?<![\\w.])(\\w+)\\(");
    private static final Pattern CONSTANT = Pattern.compile("(?<![\\w.])([A-Z]+(?:_[A-Z]+)*)(?!\\w)");
    private static final Set<String> TYPES =
            Stream.of(DataType.Kind.values()).map(DataType.Kind::method).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ACTIONS =
            Stream.of(ForeignKey.Action.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private RevisionSource() {}

    static String of(NewRevision revision, String id, String className) {
        List<String> lines = new ArrayList<>();
        if (!revision.packageName().isEmpty()) {
            lines.addAll(List.of("package " + revision.packageName() + ";", ""));
        }
        Set<String> imports = staticImports(Stream.concat(revision.upgrade().stream(), revision.downgrade().stream())
                .toList());
        imports.forEach(name -> lines.add("import static " + name + ";"));
        if (!imports.isEmpty()) {
            lines.add("");
        }
        lines.addAll(List.of(
                "import dev.retort.Migration;",
                "import dev.retort.SchemaMigration;",
                "import dev.retort.op.Operations;",
                ""));
        lines.addAll(JavaLayout.lines(annotation(revision, id), 0));
        lines.add("final class " + className + " implements SchemaMigration {");
        body("upgrade", revision.upgrade(), lines);
        lines.add("");
        body("downgrade", revision.downgrade(), lines);
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static String annotation(NewRevision revision, String id) {
        List<String> parents =
                revision.revises().stream().map(JavaText::literal).toList();
        return "@Migration(revision = " + JavaText.literal(id)
                + (parents.isEmpty()
                        ? ""
                        : ", revises = "
                                + (parents.size() == 1 ? parents.get(0) : "{" + String.join(", ", parents) + "}"))
                + ", message = " + JavaText.literal(revision.message()) + ")";
    }

    private static void body(String method, List<String> statements, List<String> lines) {
        lines.add("    @Override");
        if (statements.isEmpty()) {
            lines.add("    public void " + method + "(Operations op) {}");
            return;
        }
        lines.add("    public void " + method + "(Operations op) {");
        statements.forEach(statement -> lines.addAll(JavaLayout.lines(statement, 8)));
        lines.add("    }");
    }

    private static Set<String> staticImports(List<String> statements) {
        Set<String> imports = new TreeSet<>();
        for (String statement : statements) {
            String code = TEXT.matcher(statement).replaceAll("").replaceAll("(?m)^\\s*//.*$", "");
            for (Matcher call = FREE_CALL.matcher(code); call.find(); ) {
                if (TYPES.contains(call.group(1))) {
                    imports.add(OP + "SqlTypes." + call.group(1));
                } else if (call.group(1).equals("on")) {
                    imports.add(OP + "DialectSql.on");
                }
            }
            for (Matcher constant = CONSTANT.matcher(code); constant.find(); ) {
                if (ACTIONS.contains(constant.group(1))) {
                    imports.add(OP + "ReferentialAction." + constant.group(1));
                }
            }
        }
        return imports;
    }
}
