package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.made;
import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes to a table of the migrations as a whole. */
record TableMutants(Original original, Table table) {

    void make() {
        List<Operation> drop = new ArrayList<>(Users.referrers(original.head(), table));
        drop.add(new Operation.DropTable(table.name()));
        original.migrations("drop a table", table.name(), drop, original.ofTable(table));
        Operation rename = new Operation.RenameTable(table.name(), plain("renamed_away"));
        original.migrations("rename a table", table.name(), List.of(rename), original.ofTable(table), made(rename));
        boolean isCommented = table.comment().isPresent() && original.hasComments();
        comment(isCommented ? "change a comment" : "comment on a table", isCommented, Optional.of("only here"));
        if (isCommented) {
            comment("drop a comment", true, Optional.empty());
        }
    }

    private void comment(String kind, boolean counts, Optional<String> comment) {
        original.migrations(
                kind,
                table.name(),
                List.of(new Operation.CommentOnTable(table.name(), comment)),
                where(counts, original.ofTable(table)));
    }
}
