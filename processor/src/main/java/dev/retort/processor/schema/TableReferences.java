package dev.retort.processor.schema;

import dev.retort.processor.schema.SqlWords.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that a query or trigger names, as far as its words tell: behind {@code from}, {@code join}, {@code into}
 * and {@code update}, and behind the {@code on} of a trigger. SQL is not parsed: what stands in a string, such as the body
 * of a function, is not seen, and the name of a {@code with} counts as a table.
 */
public final class TableReferences {
    private static final Set<String> BEFORE_A_TABLE = Set.of("from", "join", "into", "update");
    private static final Set<String> STILL_BEFORE = Set.of("only", "lateral");
    private static final Set<String> NEVER_A_TABLE =
            Set.of("select", "values", "with", "of", "on", "set", "or", "skip", "insert", "delete", "for");
    private static final Set<String> AFTER_THE_TABLES = Set.of(
            "where",
            "group",
            "order",
            "having",
            "union",
            "intersect",
            "except",
            "limit",
            "set",
            "values",
            "select",
            "window",
            "on",
            "using",
            "begin",
            "end");

    private final String sql;
    private final List<Word> words;
    private final List<Place> places = new ArrayList<>();
    private Optional<Place> triggerTable = Optional.empty();
    private Optional<Place> triggerName = Optional.empty();

    /** A name with its qualifiers, from one word to another; also the first word of {@code users.email}. */
    private record Place(int first, int last) {}

    /** What is known at one level of brackets. */
    private static final class Level {
        private boolean listsTables;
        private boolean expectsTable;
        private boolean isQuery;
    }

    private TableReferences(String sql) {
        this.sql = sql;
        this.words = SqlWords.of(sql);
        int body = readHeader();
        readBody(body);
    }

    public static TableReferences of(String sql) {
        return new TableReferences(sql);
    }

    /** Two texts that say the same but for white space, case, comments and quotes around names give one. */
    public static String normalised(String sql) {
        return SqlWords.normalised(sql);
    }

    /** The names as they were written. */
    public List<QualifiedName> tables() {
        return places.stream().map(this::name).toList();
    }

    public boolean contains(QualifiedName table) {
        return places.stream().anyMatch(place -> isSame(name(place), table));
    }

    /** As a table that is read or written; that a trigger is on it is not enough. */
    public boolean usesInBody(QualifiedName table) {
        return places.stream()
                .filter(place -> !triggerTable.equals(Optional.of(place)))
                .anyMatch(place -> isSame(name(place), table));
    }

    /** The table behind the {@code on} of {@code create trigger}. */
    public Optional<QualifiedName> triggerTable() {
        return triggerTable.map(this::name);
    }

    /** The name behind {@code create trigger}; empty for other statements. */
    public Optional<QualifiedName> triggerName() {
        return triggerName.map(this::name);
    }

    /** Whether a name is among the words that do not name a table or the trigger. */
    public boolean mentions(Name column) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isName() && words.get(i).name().sameKey(column) && !isInPlace(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says {@code select *} or {@code t.*}. */
    public boolean selectsAll() {
        for (int i = 1; i < words.size(); i++) {
            Word before = words.get(i - 1);
            boolean isAll = words.get(i).isSign('*')
                    && (before.is("select")
                            || before.is("distinct")
                            || before.is("all")
                            || before.isSign(',')
                            || before.isSign('.'));
            if (isAll) {
                return true;
            }
        }
        return false;
    }

    /** The text with another name wherever it names the table, or a column by way of it; as the standard quotes names. */
    public String renamed(QualifiedName from, Name to) {
        return renamed(from, to.quoted() ? "\"" + to.text().replace("\"", "\"\"") + "\"" : to.text());
    }

    /** @param written the new name, as SQL */
    public String renamed(QualifiedName from, String written) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int i = 0; i < words.size(); i++) {
            if (isNameOf(i, from)) {
                out.append(sql, done, words.get(i).start()).append(written);
                done = words.get(i).end();
            }
        }
        return out.append(sql.substring(done)).toString();
    }

    private boolean isNameOf(int word, QualifiedName table) {
        boolean inPlace = places.stream().anyMatch(place -> place.last() == word && isSame(name(place), table));
        boolean isQualifier = word + 1 < words.size()
                && words.get(word).isName()
                && words.get(word).name().sameKey(table.name())
                && words.get(word + 1).isSign('.')
                && !isInPlace(word);
        return inPlace || isQualifier;
    }

    private boolean isInPlace(int word) {
        return places.stream().anyMatch(place -> place.first() <= word && word <= place.last())
                || triggerName
                        .filter(place -> place.first() <= word && word <= place.last())
                        .isPresent();
    }

    private QualifiedName name(Place place) {
        List<Name> parts = words.subList(place.first(), place.last() + 1).stream()
                .filter(Word::isName)
                .map(Word::name)
                .toList();
        return new QualifiedName(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
    }

    /** A name without a schema may mean a table of any. */
    private static boolean isSame(QualifiedName written, QualifiedName table) {
        return written.name().sameKey(table.name())
                && (written.qualifiers().isEmpty()
                        || table.qualifiers().isEmpty()
                        || written.key().equals(table.key()));
    }

    /** Up to the table of a trigger; nothing of other statements. */
    private int readHeader() {
        int at = 0;
        while (at < words.size() && at < 12 && !words.get(at).is("trigger")) {
            at++;
        }
        boolean isTrigger = !words.isEmpty()
                && words.get(0).is("create")
                && at < words.size()
                && words.get(at).is("trigger");
        if (!isTrigger) {
            return 0;
        }
        int name = at + 1;
        while (name < words.size()
                && (words.get(name).is("if")
                        || words.get(name).is("not")
                        || words.get(name).is("exists"))) {
            name++;
        }
        if (name >= words.size() || !words.get(name).isName()) {
            return words.size();
        }
        Place own = place(name);
        triggerName = Optional.of(own);
        for (int i = own.last() + 1; i + 1 < words.size(); i++) {
            if (words.get(i).is("on") && words.get(i + 1).isName()) {
                Place table = place(i + 1);
                triggerTable = Optional.of(table);
                places.add(table);
                return table.last() + 1;
            }
        }
        return words.size();
    }

    private void readBody(int start) {
        Deque<Level> levels = new ArrayDeque<>(List.of(new Level()));
        levels.element().isQuery = true;
        for (int i = start; i < words.size(); i++) {
            Word word = words.get(i);
            Level level = levels.element();
            if (word.isSign('(')) {
                Level inner = new Level();
                inner.listsTables = level.expectsTable;
                inner.expectsTable = level.expectsTable;
                inner.isQuery = level.expectsTable;
                level.expectsTable = false;
                levels.push(inner);
            } else if (word.isSign(')')) {
                if (levels.size() > 1) {
                    levels.pop();
                }
            } else if (word.isSign(',')) {
                level.expectsTable = level.listsTables;
            } else if (word.isSign(';')) {
                level.listsTables = false;
                level.expectsTable = false;
            } else if (word.isName()) {
                i = readName(i, level);
            } else {
                level.expectsTable = false;
            }
        }
    }

    private int readName(int i, Level level) {
        Word word = words.get(i);
        String keyword = word.kind() == SqlWords.Kind.WORD ? word.name().key() : "";
        if (level.expectsTable && STILL_BEFORE.contains(keyword)) {
            return i;
        }
        if (level.expectsTable && !NEVER_A_TABLE.contains(keyword)) {
            Place place = place(i);
            boolean isFunction = place.last() + 1 < words.size()
                    && words.get(place.last() + 1).isSign('(')
                    && level.listsTables;
            if (!isFunction) {
                places.add(place);
            }
            level.expectsTable = false;
            return place.last();
        }
        // "update or ignore users" (SQLite, lang_UPDATE).
        boolean isConflict = level.expectsTable && keyword.equals("or");
        level.expectsTable = false;
        if (isConflict && i + 1 < words.size()) {
            level.expectsTable = true;
            return i + 1;
        }
        level.isQuery |= keyword.equals("select") || keyword.equals("delete");
        // "extract(year from created)", "a is distinct from b".
        boolean isOther = keyword.equals("from")
                && (!level.isQuery || (i > 0 && words.get(i - 1).is("distinct")));
        if (isOther) {
            return i;
        }
        if (BEFORE_A_TABLE.contains(keyword)) {
            level.expectsTable = true;
            level.listsTables = keyword.equals("from") || (keyword.equals("join") && level.listsTables);
        } else if (AFTER_THE_TABLES.contains(keyword)) {
            // "on" and "using" end one join, and a comma may bring the next table.
            level.listsTables = level.listsTables && (keyword.equals("on") || keyword.equals("using"));
        }
        return i;
    }

    private Place place(int first) {
        int last = first;
        while (last + 2 < words.size()
                && words.get(last + 1).isSign('.')
                && words.get(last + 2).isName()) {
            last += 2;
        }
        return new Place(first, last);
    }
}
