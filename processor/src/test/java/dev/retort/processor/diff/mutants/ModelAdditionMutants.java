package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** What the model has more on a table of both. */
record ModelAdditionMutants(Original original, Table table, Name last) {

    ModelAdditionMutants(Original original, Table table) {
        this(original, table, table.columns().get(table.columns().size() - 1).name());
    }

    void make() {
        columns();
        indexes();
        if (table.uniqueKeys().stream().noneMatch(key -> Names.sameKeys(key.columns(), List.of(last)))) {
            original.model(
                    "model: add a unique key",
                    table.name(),
                    table.with(new UniqueKey(Optional.empty(), List.of(last), false)),
                    original.ofColumn(table, last));
        }
        original.model(
                "model: add a check",
                table.name(),
                table.with(new Check(Optional.empty(), "1 = 1", false)),
                original.ofTable(table));
        foreignKey();
    }

    private void columns() {
        Column added = Column.of(plain("added"), DataType.nativeType("integer"), true);
        Table wider = table.with(added);
        original.model("model: add a column", table.name(), wider, original.ofTable(table));
        Name first = table.columns().get(0).name();
        original.model(
                "model: add a column with all that hangs on it",
                table.name(),
                wider.with(new UniqueKey(Optional.empty(), List.of(added.name()), false))
                        .with(new Check(Optional.of(plain("ck_added")), "added > 0", false))
                        .with(Index.on(Optional.of(plain("ix_added")), List.of(added.name(), first), false, false)),
                original.ofTable(table));
    }

    private void indexes() {
        if (table.indexes().stream().noneMatch(index -> Names.sameKeys(index.columns(), List.of(last)))) {
            original.model(
                    "model: add an index",
                    table.name(),
                    table.with(Index.on(Optional.empty(), List.of(last), false, false)),
                    original.ofColumn(table, last));
        }
        original.model(
                "model: add an index on an expression",
                table.name(),
                table.with(new Index(
                        Optional.of(plain("ix_added")),
                        List.of(IndexPart.of("lower(" + last.text() + ") desc")),
                        false,
                        false)),
                original.ofTable(table));
    }

    private void foreignKey() {
        table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> table.foreignKeys().stream()
                        .noneMatch(own -> own.columns().equals(key.columns())))
                .ifPresent(key -> original.model(
                        "model: add a foreign key",
                        table.name(),
                        table.with(new ForeignKey(
                                Optional.empty(),
                                key.columns(),
                                table.name(),
                                key.columns(),
                                Action.NO_ACTION,
                                Action.NO_ACTION,
                                false)),
                        original.ofFirst(table, key.columns())));
    }
}
