package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.reversed;
import static dev.retort.processor.diff.mutants.Original.turned;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Table;
import java.util.List;

/** Changes to an index of the model, unique or not. */
record ModelIndexMutants(Original original, Table table, Index index, Location property) {

    ModelIndexMutants(Original original, Table table, Index index) {
        this(original, table, index, original.ofFirst(table, index.columns()));
    }

    void make() {
        change("model: remove " + sort(), table.without(index), made());
        replace("model: name " + sort(), index.named(plain("ix_named_by_the_model")), property);
        for (int i = 0; i < index.parts().size(); i++) {
            replace("model: turn " + sort() + " round", with(turned(index.parts(), i)), property);
        }
        if (index.parts().size() > 1) {
            Index reversed = with(reversed(index.parts()));
            replace("model: reorder " + sort(), reversed, original.ofFirst(table, reversed.columns()));
        }
        replace(
                index.unique() ? "model: make a unique index a plain one" : "model: make an index unique",
                new Index(index.name(), index.parts(), !index.unique(), false),
                property,
                made());
    }

    private Index with(List<IndexPart> parts) {
        return new Index(index.name(), parts, index.unique(), false);
    }

    private void replace(String kind, Index other, Location... places) {
        change(kind, table.replace(index, other), places);
    }

    private void change(String kind, Table changed, Location... places) {
        original.model(kind, table.name() + " " + index.describe(), changed, places);
    }

    private Location made() {
        return original.atHead(table).indexes().stream()
                .filter(declared -> declared.parts().equals(index.parts())
                        && index.name().map(declared::hasName).orElse(true))
                .findFirst()
                .map(declared -> Original.made(new Operation.CreateIndex(table.name(), declared)))
                .orElseThrow();
    }

    private String sort() {
        return index.unique() ? "a unique index" : "an index";
    }
}
