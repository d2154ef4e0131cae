package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.operation.ViewOperation.CreateView;
import dev.retort.processor.operation.ViewOperation.DropView;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of the migrations in capitals, with quotes and without: the same to some databases, and to others another name.
 * Only of names that the database writes without quotes.
 */
record LetterCaseMutants(Original original) {
    /** A name is a file there. */
    private static final Set<Family> OF_FILES = Set.of(Family.MARIADB, Family.MYSQL);

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_]+");

    void make() {
        original.head().tables().forEach(this::table);
        original.head().sequences().forEach(this::sequence);
        original.head().extras().views().values().forEach(this::view);
    }

    private void table(Table table) {
        if (!isRead(table)) {
            Location entity = original.ofTable(table);
            ofTheSchema("a table", table.name(), entity, to -> List.of(new Operation.RenameTable(table.name(), to)));
        }
        table.columns().forEach(column -> column(table, column));
    }

    private void sequence(Sequence sequence) {
        Location place = original.ofOrigin(original.model().origins().sequence(sequence.name()));
        ofTheSchema("a sequence", sequence.name(), place, to -> List.of(new RenameSequence(sequence.name(), to)));
    }

    private void view(View view) {
        Location entity = original.ofTable(view.name());
        ofTheSchema(
                "a view",
                view.name(),
                entity,
                to -> List.of(
                        new DropView(view.name()),
                        new CreateView(new View(view.name().renamed(to), view.query()))));
    }

    private void column(Table table, Column column) {
        boolean isInText = Stream.concat(
                                table.checks().stream().map(Check::condition),
                                table.indexes().stream()
                                        .flatMap(index -> index.parts().stream())
                                        .map(IndexPart::expression))
                        .anyMatch(text -> Names.mentions(text, column.name()))
                || original.head().extras().views().values().stream()
                        .anyMatch(view -> view.reads(table.name(), column.name()));
        if (!isInText && canBeWritten(column.name())) {
            Location property = original.ofColumn(table, column.name());
            String subject = table.name() + "." + column.name();
            capitals("a column", subject, false, property, rename(table, column, plain(capitals(column.name()))));
            boolean counts = original.dialect().family() == Family.POSTGRESQL;
            quoted(
                    "a column",
                    subject,
                    counts,
                    property,
                    rename(table, column, new Name(capitals(column.name()), true)));
        }
    }

    private static List<Operation> rename(Table table, Column column, Name to) {
        return List.of(new Operation.RenameColumn(table.name(), column.name(), to));
    }

    private void ofTheSchema(String what, QualifiedName name, Location place, Function<Name, List<Operation>> change) {
        if (canBeWritten(name.name())) {
            Family family = original.dialect().family();
            boolean isFile = OF_FILES.contains(family);
            capitals(what, name, isFile, place, change.apply(plain(capitals(name.name()))));
            boolean counts = isFile || family == Family.POSTGRESQL;
            quoted(what, name, counts, place, change.apply(new Name(capitals(name.name()), true)));
        }
    }

    private void capitals(String what, Object subject, boolean counts, Location place, List<Operation> change) {
        String kind = "write " + what + " in capitals" + (counts ? " where names are files" : "");
        original.migrations(kind, subject, change, where(counts, place));
    }

    private void quoted(String what, Object subject, boolean counts, Location place, List<Operation> change) {
        String kind = "quote " + what + " in capitals" + (counts ? "" : " where that is the same");
        original.migrations(kind, subject, change, where(counts, place));
    }

    private boolean canBeWritten(Name name) {
        return !name.quoted()
                && LETTERS.matcher(name.text()).matches()
                && !capitals(name).equals(name.text())
                && original.dialect().quote(name).equals(name.text());
    }

    private boolean isRead(Table table) {
        return original.head().extras().views().values().stream().anyMatch(view -> view.reads(table.name()));
    }

    private static String capitals(Name name) {
        return name.text().toUpperCase(Locale.ROOT);
    }
}
