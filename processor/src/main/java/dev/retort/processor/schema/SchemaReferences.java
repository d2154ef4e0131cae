package dev.retort.processor.schema;

import dev.retort.processor.schema.SqlWords.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas that a statement may name, as far as its words tell: what stands before a dot, and what stands behind
 * {@code schema} or {@code database}. A name that also stands alone is an alias or a table whose column is meant. It is
 * better to name too many than too few: who looks into a schema that is none finds nothing there.
 */
public final class SchemaReferences {

    private SchemaReferences() {}

    /** In the order of the statement, each once. */
    public static List<Name> of(String sql) {
        List<Word> words = SqlWords.of(sql);
        List<Name> alone = new ArrayList<>();
        Map<String, Name> found = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            boolean isNumber = Character.isDigit(sql.charAt(words.get(i).start()));
            if (!words.get(i).isName() || isNumber) {
                continue;
            }
            Name name = words.get(i).name();
            if (isBehindSchema(words, i)) {
                found.putIfAbsent(name.key(), name);
            } else if (isSign(words, i + 1, '.')) {
                found.putIfAbsent(name.key(), name);
            } else if (!isSign(words, i - 1, '.')) {
                alone.add(name);
            }
        }
        return found.values().stream()
                .filter(name -> alone.stream().noneMatch(name::sameKey))
                .toList();
    }

    /** Also {@code create schema if not exists x}. */
    private static boolean isBehindSchema(List<Word> words, int i) {
        int before = i - 1;
        while (before > 0
                && (words.get(before).is("if")
                        || words.get(before).is("not")
                        || words.get(before).is("exists"))) {
            before--;
        }
        return before >= 0
                && (words.get(before).is("schema") || words.get(before).is("database"))
                && !(words.get(i).is("if")
                        || words.get(i).is("not")
                        || words.get(i).is("exists"));
    }

    private static boolean isSign(List<Word> words, int at, char sign) {
        return at >= 0 && at < words.size() && words.get(at).isSign(sign);
    }
}
