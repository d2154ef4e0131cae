package dev.retort.processor.replay;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.WithSql;
import dev.retort.processor.read.Families;
import dev.retort.processor.source.Instruction;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** SQL that is copied: there for every dialect, and not changing a structure that replay would then not know. */
final class ExecuteChecks {
    private static final Pattern STRUCTURE = Pattern.compile(
            "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(create|alter|drop|rename)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String PLAIN = "(?:[^;'\"`/-]|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|`[^`]*+`"
            + "|--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/|/(?!\\*)|-(?!-))";
    private static final String BLANK = "(?:\\s|;|--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+";
    private static final Pattern SEVERAL = Pattern.compile(PLAIN + "*+;" + BLANK + "\\S.*", Pattern.DOTALL);

    /** What is one statement with semicolons in it: a trigger, and a block or routine of PL/SQL. */
    private static final Pattern BODY = Pattern.compile(
            "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(?:create\\s+(?:or\\s+(?:replace|alter)\\s+)?(?:temp(?:orary)?\\s+)?trigger\\b.*"
                    + "|(?:begin(?!\\s+(?:tran|work|immediate|exclusive|deferred))|declare|create\\s+(?:or\\s+(?:replace|alter)\\s+)?(?:function|procedure|package)\\b)\\s.*\\bend\\b[\\s\\w]*;?\\s*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ExecuteChecks() {}

    /** A driver may run the first of several statements and drop the others without a word; SQLite's does. */
    private static void refuseSeveral(
            Instruction instruction, String method, Collection<String> texts, Findings findings) {
        for (String text : texts) {
            if (SEVERAL.matcher(text).matches() && !BODY.matcher(text).matches()) {
                findings.add(Finding.error(
                                FindingId.InvalidOperation,
                                instruction.place(),
                                method + " has several statements, and a driver may run the first alone")
                        .help("give each a call of its own"));
                return;
            }
        }
    }

    /** A family that is not declared is no fault: the migration may serve several environments. */
    static void checkFamilies(Instruction instruction, Findings findings) {
        if (instruction.operation() instanceof Operation.OnDialect some) {
            some.dialects().stream()
                    .filter(dialect -> Family.ofWord(dialect).isEmpty())
                    .forEach(dialect -> findings.add(unknown(instruction, "onDialect names", dialect)));
        }
    }

    private static Finding unknown(Instruction instruction, String what, String dialect) {
        Finding finding = Finding.error(
                FindingId.InvalidOperation,
                instruction.place(),
                what + " \"" + dialect + "\", which is no dialect: " + Family.words());
        String near = Families.near(dialect);
        return finding.help(near.isEmpty() ? "write one of these words" : near);
    }

    static void check(Instruction instruction, List<String> dialects, Findings findings) {
        if (instruction.operation() instanceof Operation.Execute execute) {
            refuseSeveral(instruction, "execute", List.of(execute.sql()), findings);
            warnOfStructure(instruction, List.of(execute.sql()), findings);
        } else if (instruction.operation() instanceof Operation.ExecuteByDialect execute) {
            refuseSeveral(instruction, "execute", execute.sqlByDialect().values(), findings);
            warnOfStructure(instruction, execute.sqlByDialect().values(), findings);
            checkDialects(instruction, "execute", execute.sqlByDialect().keySet(), dialects, findings);
        } else if (instruction.operation() instanceof WithSql own) {
            if (!(own instanceof TriggerOperation)) {
                refuseSeveral(instruction, own.method(), own.sql().texts(), findings);
            }
            if (own.sql().forAll().isEmpty()) {
                checkDialects(instruction, own.method(), own.sql().byDialect().keySet(), dialects, findings);
            }
        }
    }

    private static void checkDialects(
            Instruction instruction, String method, Set<String> written, List<String> dialects, Findings findings) {
        for (String dialect : written) {
            if (Family.ofWord(dialect).isEmpty()) {
                findings.add(unknown(instruction, method + " has a text for", dialect));
            }
        }
        for (String dialect : dialects) {
            if (!written.contains(dialect)) {
                findings.add(Finding.error(
                                FindingId.InvalidOperation,
                                instruction.place(),
                                method + " has no text for dialect " + dialect)
                        .help("add one:\non(\"" + dialect + "\", \"…\")"));
            }
        }
    }

    private static void warnOfStructure(Instruction instruction, Collection<String> texts, Findings findings) {
        for (String text : texts) {
            var structure = STRUCTURE.matcher(text);
            if (structure.matches()) {
                findings.add(Finding.warning(
                                FindingId.UnseenEffect,
                                instruction.place(),
                                "the SQL of execute is not read: what this "
                                        + structure.group(1).toLowerCase(Locale.ROOT)
                                        + " changes is missing where schema and model are compared")
                        .help("use the operation for it, such as op.createTable")
                        .help("or say what the SQL does: op.sqlOnly(\"…\").effects(effect -> …)"));
                return;
            }
        }
    }
}
