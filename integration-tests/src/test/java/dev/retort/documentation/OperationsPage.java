package dev.retort.documentation;

import dev.retort.documentation.Example.Expectation;
import dev.retort.documentation.Page.Block;
import dev.retort.documentation.Page.Item;
import dev.retort.documentation.Page.Paragraph;
import dev.retort.documentation.Page.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples of {@code docs/operations.md}, with the SQL that it says they become. */
final class OperationsPage {

    private static final Map<String, String> DIALECTS = Map.of(
            "SQLite",
            "sqlite",
            "H2",
            "h2",
            "PostgreSQL",
            "postgresql",
            "MariaDB",
            "mariadb",
            "MySQL",
            "mysql",
            "SQL Server",
            "sqlserver",
            "Oracle",
            "oracle");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern OPERATION = Pattern.compile("`((?:op|on)\\.[^`]+;)`");

    private static final Pattern OF_DIALECT = Pattern.compile("(SQLite|H2)[ a-z]* `([^`]+)`");
    /** Of the column whose default the method sets. */
    private static final Map<String, String> TYPES = Map.of(
            "defaultValue(String)", "varchar(80)",
            "defaultValue(double)", "doublePrecision()",
            "defaultValue(boolean)", "bool()",
            "defaultExpression(sql)", "timestamp(6)",
            "identity()", "bigint()");

    private static final String IN_A_TABLE = """
            op.createTable("people", table -> {
                table.column("id", bigint()).notNull();
                table.column("user_id", bigint());
                table.column("age", integer());
                %s
            });
            """;

    private final Page page;
    private final List<Example> examples = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private OperationsPage(Page page) {
        this.page = page;
    }

    static OperationsPage read() throws IOException {
        OperationsPage read = new OperationsPage(Page.read("docs/operations.md"));
        String label = "";
        for (Item item : read.page.items()) {
            label = read.item(item, label);
        }
        return read;
    }

    List<Example> examples() {
        return examples;
    }

    /** Blocks that are no example. */
    List<String> unread() {
        return unread;
    }

    private String item(Item item, String label) {
        if (item instanceof Paragraph paragraph) {
            for (MatchResult code :
                    OPERATION.matcher(paragraph.text()).results().toList()) {
                add(item, code.group(1));
            }
            return paragraph.text();
        } else if (item instanceof Block block) {
            if (block.language().equals("java") && block.text().matches("(?s)(op|on)\\..*")) {
                add(item, block.text());
            } else if (block.language().equals("sql")) {
                last().sql().putAll(sameFor(dialects(label), new Example.Text(block.text())));
            } else {
                unread.add(block.text());
            }
        } else if (item instanceof Table table) {
            table(table);
        }
        return "";
    }

    private void table(Table table) {
        String first = table.header().get(0);
        if (first.equals("example")) {
            for (List<String> row : table.rows()) {
                add(table, code(row.get(0)).get(0));
                expect(table.header(), row, 1);
            }
        } else if (table.section().equals("Types")) {
            for (List<String> row : table.rows()) {
                String type = code(row.get(0)).get(0);
                add(table, "op.createTable(\"t\", table -> table.column(\"c\", " + type + "));");
                for (int i = 1; i < row.size(); i++) {
                    String cell = row.get(i);
                    last().sql()
                            .put(
                                    DIALECTS.get(table.header().get(i)),
                                    cell.startsWith("—")
                                            ? new Example.Unsupported()
                                            : new Example.Part("c " + code(cell).get(0)));
                }
            }
        } else if (first.equals("method") && table.header().contains("SQL")) {
            table.rows().forEach(row -> column(table, row));
        } else if (first.equals("method") && table.header().contains("example")) {
            for (List<String> row : table.rows()) {
                add(table, IN_A_TABLE.formatted(code(row.get(1)).get(0)));
            }
        } else if (first.equals("method")) {
            for (List<String> row : table.rows()) {
                add(
                        table,
                        "op.createIndex(\"ix\", \"users\", \"email\")"
                                + code(row.get(0)).get(0) + ";");
                expect(table.header(), row, 1);
            }
        } else if (!dialects(first).isEmpty()) {
            expect(table.header(), table.rows().get(0), 0);
        }
    }

    /** {@code .defaultValue(false)}, and {@code SQLite `default 0`, H2 `default false`}. */
    private void column(Table table, List<String> row) {
        String method = code(row.get(0)).get(0);
        String end = method.equals("identity()") ? " table.primaryKey(\"c\");" : "";
        add(
                table,
                "op.createTable(\"t\", table -> { table.column(\"c\", %s)%s;%s });"
                        .formatted(
                                TYPES.getOrDefault(method, "integer()"),
                                code(row.get(1)).get(0),
                                end));
        List<MatchResult> named = OF_DIALECT.matcher(row.get(2)).results().toList();
        for (MatchResult each : named) {
            last().sql().put(DIALECTS.get(each.group(1)), new Example.Part(each.group(2)));
        }
        if (named.isEmpty()) {
            String sql = row.get(2).equals("nothing")
                    ? "( c integer )"
                    : code(row.get(2)).get(0);
            last().sql().putAll(sameFor(List.of(), new Example.Part(sql)));
        }
    }

    private void expect(List<String> header, List<String> row, int from) {
        Expectation before = null;
        for (int i = from; i < row.size(); i++) {
            before = row.get(i).equals("the same") ? before : expectation(row.get(i));
            last().sql().putAll(sameFor(dialects(header.get(i)), before));
        }
    }

    private static Expectation expectation(String cell) {
        if (cell.startsWith("rebuild")) {
            return new Example.Rebuild();
        }
        if (cell.equals("nothing special")) {
            return new Example.Text("create index ix on users (email)");
        }
        if (cell.startsWith("nothing")) {
            return new Example.Nothing();
        }
        if (cell.contains("UnsupportedOperation")) {
            return new Example.Unsupported();
        }
        return new Example.Text(String.join("; ", code(cell)));
    }

    private void add(Item item, String code) {
        examples.add(new Example(page.name() + ":" + item.line(), code));
    }

    private Example last() {
        return examples.get(examples.size() - 1);
    }

    private static Map<String, Expectation> sameFor(List<String> dialects, Expectation expectation) {
        Map<String, Expectation> all = new java.util.LinkedHashMap<>();
        for (String dialect : dialects.isEmpty() ? List.of("sqlite", "h2") : dialects) {
            all.put(dialect, expectation);
        }
        return all;
    }

    /** Of words such as {@code H2, PostgreSQL and MariaDB:}, where they name nothing else. */
    private static List<String> dialects(String words) {
        List<String> named = Arrays.stream(
                        words.replaceAll(", where alone this exists|:$", "").split(", | and "))
                .map(String::strip)
                .toList();
        return DIALECTS.keySet().containsAll(named)
                ? named.stream().map(DIALECTS::get).toList()
                : List.of();
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
