package dev.retort.processor.diff;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.Suggestions;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.WritingOptions;
import dev.retort.processor.replay.Trial;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The renames of {@code -Aretort.rename} as operations on the schema at head. Tables come first, then columns. */
public final class Renames {
    private final Schema model;
    private final Findings findings;
    private Schema schema;
    private final List<Operation> operations = new ArrayList<>();

    private Renames(Schema head, Schema model, Findings findings) {
        this.schema = head;
        this.model = model;
        this.findings = findings;
    }

    /** What names something that is not there is a finding, and left out. */
    public static List<Operation> of(List<String> chosen, Schema head, Schema model, Findings findings) {
        Renames renames = new Renames(head, model, findings);
        List<String> columns = new ArrayList<>();
        for (String rename : chosen) {
            if (!rename.equals(WritingOptions.NO_RENAME) && !renames.table(rename)) {
                columns.add(rename);
            }
        }
        columns.forEach(renames::column);
        return renames.operations;
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

    private void column(String rename) {
        String left = left(rename);
        int dot = left.lastIndexOf('.');
        Optional<Table> table =
                dot < 0 ? Optional.empty() : name(left.substring(0, dot)).flatMap(this::renamed);
        if (table.isEmpty()) {
            reject(
                    rename,
                    "there is no table " + (dot < 0 ? left : left.substring(0, dot)),
                    dot < 0 ? left : left.substring(0, dot),
                    schema.tables().stream().map(candidate -> candidate.name().toString()));
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
        for (Check check : table.get().checks()) {
            if (Names.mentions(check.condition(), from.get().name())) {
                apply(
                        rename,
                        new Operation.DropConstraint(
                                table.get().name(), check.name().orElseThrow()));
            }
        }
        // One of the model comes back with the name that the model has in it.
        for (Index index : table.get().indexes()) {
            if (index.mentionsInText(from.get().name()) && index.where().isEmpty()) {
                apply(
                        rename,
                        new Operation.DropIndex(table.get().name(), index.name().orElseThrow()));
            }
        }
        apply(
                rename,
                new Operation.RenameColumn(
                        table.get().name(), from.get().name(), to.get().name()));
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
        Optional<Schema> after = Trial.apply(schema, operation);
        if (after.isPresent()) {
            schema = after.get();
            operations.add(operation);
        } else {
            reject(rename, operation.describe() + " cannot be applied", "", Stream.empty());
        }
    }

    private void reject(String rename, String reason, String wanted, Stream<String> candidates) {
        List<String> all = candidates.sorted().toList();
        List<String> near = Suggestions.near(wanted, all);
        List<String> offered = near.isEmpty() ? all.stream().limit(5).toList() : near;
        Finding finding = Finding.error(
                FindingId.InvalidEnvironment,
                Location.nowhere(),
                "option -A" + WritingOptions.RENAME + " has " + rename + ", but " + reason);
        findings.add(
                offered.isEmpty()
                        ? finding
                        : finding.help("candidates: " + offered.stream().collect(Collectors.joining(", "))));
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
