package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.made;
import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.reversed;
import static dev.retort.processor.diff.mutants.Original.turned;
import static dev.retort.processor.diff.mutants.Original.where;
import static dev.retort.processor.diff.mutants.Original.withoutLast;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Optional;

/** Changes to an index of the migrations, unique or not. */
record IndexMutants(Original original, Table table, Index index, boolean isNamed, Location property) {

    IndexMutants(Original original, Table table, Index index) {
        this(
                original,
                table,
                index,
                original.isNamedByModel(table, index.name()),
                original.ofFirst(table, index.columns()));
    }

    void make() {
        change("drop " + sort(), List.of(drop()), property);
        change(
                "rename " + sort() + (isNamed ? "" : " that nobody named"),
                List.of(new PartOperation.RenameIndex(
                        table.name(), index.name().orElseThrow(), plain("ix_renamed_away"))),
                where(isNamed, property));
        for (int i = 0; i < index.parts().size(); i++) {
            replace("turn " + sort() + " round", parts(turned(index.parts(), i)), property);
        }
        if (index.parts().size() > 1) {
            replace("reorder " + sort(), parts(reversed(index.parts())), property);
            columns("take a column out of " + sort(), withoutLast(index.parts()));
        }
        unused().ifPresent(column -> {
            columns("add a column to " + sort(), Original.plus(index.parts(), IndexPart.of(column)));
            replace("let " + sort() + " hold a column more", with(List.of(column), Optional.empty()));
        });
        replace("limit " + sort() + " to some rows", with(List.of(), Optional.of("1 = 1")), property);
        uniqueness();
    }

    private void uniqueness() {
        Index flipped = new Index(index.name(), index.parts(), !index.unique(), false);
        Operation create = new Operation.CreateIndex(table.name(), flipped);
        change(
                index.unique() ? "make a unique index a plain one" : "make an index unique",
                List.of(drop(), create),
                property,
                made(create));
    }

    /** Without a name nothing tells that other columns were meant for the same index. */
    private void columns(String kind, List<IndexPart> parts) {
        Operation create = new Operation.CreateIndex(table.name(), parts(parts));
        if (isNamed) {
            change(kind, List.of(drop(), create), property);
        } else {
            change(kind + " that nobody named", List.of(drop(), create), property, made(create));
        }
    }

    private Optional<Name> unused() {
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> !index.mentions(column))
                .findFirst();
    }

    private Index parts(List<IndexPart> parts) {
        return new Index(index.name(), parts, index.unique(), false);
    }

    private Index with(List<Name> included, Optional<String> rows) {
        return new Index(index.name(), index.parts(), index.unique(), false, included, rows);
    }

    private void replace(String kind, Index other, Location... places) {
        change(kind, List.of(drop(), new Operation.CreateIndex(table.name(), other)), places);
    }

    private Operation drop() {
        return new Operation.DropIndex(table.name(), index.name().orElseThrow());
    }

    private String sort() {
        return index.unique() ? "a unique index" : "an index";
    }

    private void change(String kind, List<Operation> change, Location... places) {
        original.migrations(kind, table.name() + " " + index.describe(), change, places);
    }
}
