package dev.retort.processor.entity;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for the {@code database-object}s of mapping files, which have none: Hibernate numbers them through
 * (AbstractAuxiliaryDatabaseObject), and the numbers go on as long as the JVM lives. So what a statement creates names its
 * object.
 */
final class AuxiliaryNames {
    private static final String NUMBERED = "auxiliary-object-";
    private static final Pattern CREATE = Pattern.compile(
            "\\s*create\\s+(?:\\w+\\s+){0,4}?(?:view|function|procedure|trigger|type|domain|index|sequence|schema|extension|"
                    + "aggregate|operator|package|synonym|event|rule|policy|role)\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + "([\\p{L}\\p{Nd}_$.\"`\\[\\]]+)",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();

    /** The second of a name is told apart by its place among them, which is that of the mapping files. */
    String of(String exportIdentifier, String[] create) {
        String name = exportIdentifier.startsWith(NUMBERED) ? created(create) : exportIdentifier;
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static String created(String[] statements) {
        for (String statement : statements) {
            Matcher match = CREATE.matcher(statement);
            if (match.lookingAt()) {
                return match.group(1).replaceAll("[\"`\\[\\]]", "").replace('.', '_');
            }
        }
        return "database_object";
    }
}
