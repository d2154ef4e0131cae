package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.Suggestions;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.read.WritingOptions;
import dev.retort.processor.replay.Trial;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The renames of {@code -Aretort.rename} as operations on the schema at head. Tables come first, then sequences, then
 * columns. A sequence that is named after a table follows it.
 */
public final class Renames {
    private final DatabaseDialect dialect;
    private final Schema model;
    private final Findings findings;
    private Schema schema;
    private final List<Operation> operations = new ArrayList<>();

    private Renames(DatabaseDialect dialect, Schema head, Schema model, Findings findings) {
        this.dialect = dialect;
        this.schema = head;
        this.model = model;
        this.findings = findings;
    }

    /** What names something that is not there is a finding, and left out. */
    public static List<Operation> of(
            List<String> chosen, DatabaseDialect dialect, Schema head, Schema model, Findings findings) {
        Renames renames = new Renames(dialect, head, model, findings);
        List<String> others = chosen.stream()
                .filter(rename -> !rename.equals(WritingOptions.NO_RENAME) && !renames.table(rename))
                .toList();
        List<String> columns =
                others.stream().filter(rename -> !renames.sequence(rename)).toList();
        renames.followers();
        columns.forEach(renames::column);
        return renames.operations;
    }

    /** A table under its new name, and the sequences that are named after it. */
    static List<Operation> ofTable(Schema head, Schema model, Table table, Name newName) {
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.RenameTable(table.name(), newName));
        operations.addAll(followers(head, model, table.name(), newName));
        return operations;
    }

    /** A column under its new name, between what its checks and indexes need: their text cannot follow by itself. */
    public static List<Operation> ofColumn(DatabaseDialect dialect, Table table, Name column, Name newName) {
        Dependents.Detached texts = Dependents.textsOn(table, column);
        RenamedTexts renamed = new RenamedTexts(dialect, column, newName);
        List<Operation> operations = new ArrayList<>(texts.drops());
        operations.add(new Operation.RenameColumn(table.name(), column, newName));
        texts.additions().forEach(addition -> operations.add(renamed.of(addition)));
        return operations;
    }

    private static List<Operation> followers(Schema head, Schema model, QualifiedName table, Name newName) {
        List<Operation> operations = new ArrayList<>();
        for (Sequence sequence : head.sequences()) {
            SequenceOwners.successor(head, model, sequence, table, newName)
                    .ifPresent(wanted -> operations.add(
                            new RenameSequence(sequence.name(), wanted.name().name())));
        }
        return operations;
    }

    private void followers() {
        for (Operation operation : List.copyOf(operations)) {
            if (operation instanceof Operation.RenameTable rename) {
                followers(schema, model, rename.table(), rename.newName())
                        .forEach(follower -> apply(rename.table() + ":" + rename.newName(), follower));
            }
        }
    }

    /** Whether the left side is a table. */
    private boolean table(String rename) {
        Optional<QualifiedName> from = name(left(rename));
        Optional<Table> table = from.flatMap(schema::table);
        if (table.isEmpty()) {
            return false;
        }
        Optional<QualifiedName> to = name(right(rename));
        if (to.flatMap(model::table).isEmpty() || to.flatMap(schema::table).isPresent()) {
            reject(
                    rename,
                    right(rename) + " is no new table of the model",
                    right(rename),
                    model.tables().stream()
                            .filter(candidate -> schema.table(candidate.name()).isEmpty())
                            .map(candidate -> candidate.name().toString()));
        } else {
            apply(
                    rename,
                    new Operation.RenameTable(
                            table.get().name(), to.orElseThrow().name()));
        }
        return true;
    }

    /** Whether the left side is a sequence. */
    private boolean sequence(String rename) {
        Optional<Sequence> sequence = name(left(rename)).flatMap(schema::sequence);
        if (sequence.isEmpty()) {
            return false;
        }
        Optional<Sequence> to = name(right(rename)).flatMap(model::sequence);
        boolean isNew = to.filter(wanted -> schema.sequence(wanted.name()).isEmpty()
                        && sequence.get()
                                .name()
                                .renamed(wanted.name().name())
                                .key()
                                .equals(wanted.name().key()))
                .isPresent();
        if (isNew) {
            apply(
                    rename,
                    new RenameSequence(
                            sequence.get().name(), to.orElseThrow().name().name()));
        } else {
            reject(
                    rename,
                    right(rename) + " is no new sequence of the model",
                    right(rename),
                    model.sequences().stream()
                            .filter(candidate ->
                                    schema.sequence(candidate.name()).isEmpty())
                            .map(candidate -> candidate.name().toString()));
        }
        return true;
    }

    private void column(String rename) {
        String left = left(rename);
        int dot = left.lastIndexOf('.');
        Optional<Table> table =
                dot < 0 ? Optional.empty() : name(left.substring(0, dot)).flatMap(this::renamed);
        if (table.isEmpty()) {
            reject(
                    rename,
                    dot < 0 ? "there is no table or sequence " + left : "there is no table " + left.substring(0, dot),
                    dot < 0 ? left : left.substring(0, dot),
                    Stream.concat(
                                    schema.tables().stream().map(Table::name),
                                    schema.sequences().stream()
                                            .map(Sequence::name)
                                            .filter(name -> dot < 0))
                            .map(QualifiedName::toString));
            return;
        }
        Optional<Table> modelled = model.table(table.get().name());
        Optional<Column> from = column(table.get(), left.substring(dot + 1));
        if (from.isEmpty()) {
            reject(
                    rename,
                    "table " + table.get().name() + " has no column " + left.substring(dot + 1),
                    left.substring(dot + 1),
                    table.get().columns().stream()
                            .filter(column -> modelled.flatMap(t -> t.column(column.name()))
                                    .isEmpty())
                            .map(column -> column.name().toString()));
            return;
        }
        String right = right(rename);
        String target = right.substring(right.lastIndexOf('.') + 1);
        boolean isSameTable = right.lastIndexOf('.') < 0
                || name(right.substring(0, right.lastIndexOf('.')))
                        .flatMap(this::renamed)
                        .filter(other ->
                                other.name().key().equals(table.get().name().key()))
                        .isPresent();
        Optional<Column> to = modelled.flatMap(other -> column(other, target));
        if (!isSameTable || to.isEmpty() || table.get().column(to.get().name()).isPresent()) {
            reject(
                    rename,
                    target + " is no new column of table " + table.get().name(),
                    target,
                    modelled.stream()
                            .flatMap(other -> other.columns().stream())
                            .filter(column -> table.get().column(column.name()).isEmpty())
                            .map(column -> column.name().toString()));
            return;
        }
        ofColumn(dialect, table.get(), from.get().name(), to.get().name())
                .forEach(operation -> apply(rename, operation));
    }

    /** A table by its name now, or by the one that it had before it was renamed here. */
    private Optional<Table> renamed(QualifiedName name) {
        QualifiedName now = name;
        for (Operation operation : operations) {
            if (operation instanceof Operation.RenameTable rename
                    && rename.table().key().equals(now.key())) {
                now = rename.table().renamed(rename.newName());
            }
        }
        return schema.table(now);
    }

    private void apply(String rename, Operation operation) {
        Optional<Trial.Refusal> refusal = Trial.refusal(schema, operation);
        if (refusal.isPresent()) {
            findings.add(rejected(
                            rename,
                            operation.describe() + " cannot be applied: "
                                    + refusal.get().reason())
                    .help(refusal.get().help())
                    .help("or write the rename yourself, with what it needs around it, into an empty revision: -A"
                            + WritingOptions.EMPTY + "=only"));
        } else {
            schema = Trial.apply(schema, operation).orElseThrow();
            operations.add(operation);
        }
    }

    private void reject(String rename, String reason, String wanted, Stream<String> candidates) {
        List<String> all = candidates.sorted().toList();
        List<String> near = Suggestions.near(wanted, all);
        findings.add(rejected(rename, reason)
                .help(
                        all.isEmpty()
                                ? "leave it out: there is none that it could be"
                                : "candidates: " + Suggestions.some(near.isEmpty() ? all : near)));
    }

    private static Finding rejected(String rename, String reason) {
        return Finding.error(
                FindingId.InvalidEnvironment,
                Location.nowhere(),
                "option -A" + WritingOptions.RENAME + " has " + rename + ", but " + reason);
    }

    private static Optional<Column> column(Table table, String written) {
        return name(written).flatMap(name -> table.column(name.name()));
    }

    private static Optional<QualifiedName> name(String written) {
        try {
            return Optional.of(QualifiedName.of(written));
        } catch (IllegalArgumentException blank) {
            return Optional.empty();
        }
    }

    private static String left(String rename) {
        return rename.substring(0, rename.indexOf(':')).trim();
    }

    private static String right(String rename) {
        return rename.substring(rename.indexOf(':') + 1).trim();
    }
}
