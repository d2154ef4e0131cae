package dev.retort.commands.database;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Revision;
import dev.retort.runtime.RevisionPlan;
import dev.retort.runtime.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows or values a downgrade takes away: tables and columns that the upgrade made and the downgrade gives no other
 * name, and rows and objects that its own SQL deletes or drops. What a step in Java does, and values that a type no longer
 * holds, cannot be seen.
 */
public final class DataLoss {
    private static final Pattern DELETE =
            Pattern.compile("(?is)\\s*(?:delete\\s+from|truncate(?:\\s+table)?)\\s+(\\S+).*");
    private static final Pattern DROP_TABLE =
            Pattern.compile("(?is)\\s*drop\\s+table\\s+(?:if\\s+exists\\s+)?(\\S+).*");

    private static final Pattern DROP_COLUMN =
            Pattern.compile("(?is)\\s*alter\\s+table\\s+(\\S+)\\s+drop\\s+column\\s+(?:if\\s+exists\\s+)?(\\S+).*");

    private DataLoss() {}

    /**
     * Of one revision.
     *
     * @param dialects those of the registry that are in question
     * @return such as {@code table users}; empty where nothing is known to go
     */
    public static List<String> of(MigrationRegistry registry, Revision revision, Collection<String> dialects) {
        Set<String> lost = new LinkedHashSet<>();
        RevisionPlan plan = registry.plan(revision.id());
        for (String dialect : dialects) {
            Optional<List<Step>> downgrade = plan.downgrade(dialect);
            downgrade.ifPresent(steps -> lost.addAll(lost(plan.catalogue(dialect), sql(steps))));
        }
        return List.copyOf(lost);
    }

    private static List<String> sql(List<Step> steps) {
        List<String> sql = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Sql plain) {
                sql.add(plain.text());
            } else if (step instanceof Step.Alone alone) {
                sql.add(alone.text());
            }
        }
        return sql;
    }

    private static List<String> lost(String catalogue, List<String> downgrade) {
        List<String> lost = new ArrayList<>();
        Set<String> made = items(catalogue, '+');
        for (String item : made) {
            if (item.startsWith("table ") && !isRenamed(item.substring("table ".length()), downgrade)) {
                lost.add(item);
            }
        }
        for (String item : made) {
            if (item.startsWith("column ")) {
                String table = item.substring("column ".length(), item.lastIndexOf('.'));
                String column = item.substring(item.lastIndexOf('.') + 1);
                // The columns of a table that is new under this name go or stay with it.
                boolean ofNewTable = made.contains("table " + table);
                if (!ofNewTable && !items(catalogue, '-').contains(item) && !isRenamed(column, downgrade)) {
                    lost.add(item);
                }
            }
        }
        for (String statement : downgrade) {
            Matcher delete = DELETE.matcher(statement);
            Matcher dropTable = DROP_TABLE.matcher(statement);
            Matcher dropColumn = DROP_COLUMN.matcher(statement);
            if (delete.matches()) {
                addNew(lost, "rows of " + plain(delete.group(1)));
            } else if (dropTable.matches() && !isRebuilt(plain(dropTable.group(1)), downgrade)) {
                addNew(lost, "table " + plain(dropTable.group(1)));
            } else if (dropColumn.matches()) {
                addNew(lost, "column " + plain(dropColumn.group(1)) + "." + plain(dropColumn.group(2)));
            }
        }
        return lost;
    }

    /** The catalogue has names as the database stores them, a statement as they were written. */
    private static void addNew(List<String> lost, String item) {
        if (lost.stream().noneMatch(item::equalsIgnoreCase)) {
            lost.add(item);
        }
    }

    private static Set<String> items(String catalogue, char sign) {
        Set<String> items = new LinkedHashSet<>();
        for (String line : catalogue.lines().toList()) {
            int tab = line.indexOf('\t');
            if (!line.isEmpty() && line.charAt(0) == sign) {
                items.add(line.substring(1, tab < 0 ? line.length() : tab));
            }
        }
        return items;
    }

    private static boolean isRenamed(String name, List<String> statements) {
        Pattern renamed = Pattern.compile("(?is).*\\brename\\b.*" + word(last(name)) + ".*\\bto\\b.*|.*"
                + word(last(name)) + ".*\\brename\\s+to\\b.*");
        return statements.stream()
                .filter(statement -> statement.toLowerCase(Locale.ROOT).contains("rename"))
                .anyMatch(statement -> renamed.matcher(statement).matches());
    }

    /** SQLite writes a table anew: drops the old one, and gives its name to the new one. */
    private static boolean isRebuilt(String table, List<String> statements) {
        Pattern renamedTo = Pattern.compile("(?is).*\\brename\\s+to\\s+\\W*" + word(last(table)) + "\\W*");
        return statements.stream()
                .anyMatch(statement -> renamedTo.matcher(statement).matches());
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String word(String name) {
        return "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)";
    }

    private static String plain(String name) {
        return name.replaceAll("[\"`\\[\\];]", "").replaceAll("\\(.*", "");
    }
}
