package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;

import dev.retort.processor.finding.Location;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Changes to a check of the model. Those that an enumeration stands for in the migrations change with its type only, and
 * one that Hibernate has twice is two facts.
 */
record ModelCheckMutants(Original original, Table table, Check check) {

    void make() {
        List<Check> declared = original.atHead(table).checks().stream()
                .filter(other -> other.condition().equals(check.condition()))
                .toList();
        if (declared.size() == 1) {
            make(declared.get(0).name());
        }
    }

    private void make(Optional<Name> nameAtHead) {
        Location place = original.ofOrigin(original.model().origins().constraint(table.name(), check));
        change("model: remove a check", table.without(check), original.whereMade(table, nameAtHead));
        change("model: name a check", table.without(check).with(check.renamed(plain("ck_named_by_the_model"))), place);
        Check wider = new Check(check.name(), check.condition() + " or 1 = 1", false);
        change(
                "model: widen a check",
                table.without(check).with(wider),
                original.ofOrigin(original.model().origins().constraint(table.name(), wider)));
        original.model(
                "model: write a check differently",
                subject(),
                table.without(check).with(new Check(check.name(), Original.written(check.condition()), false)));
    }

    private void change(String kind, Table changed, Location place) {
        original.model(kind, subject(), changed, place);
    }

    private String subject() {
        return table.name() + " " + check.describe();
    }
}
