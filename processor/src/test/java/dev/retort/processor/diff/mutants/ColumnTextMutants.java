package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.entity.Model;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Changes to what is text of a column of the migrations: its comment, its collation, what computes it. */
record ColumnTextMutants(Original original, Table table, Column column, Location property) {

    private static final Pattern READ_ONLY = Pattern.compile("@org\\.hibernate\\.annotations\\.Generated\\b"
            + "|@jakarta\\.persistence\\.(Join)?Column\\(.*insertable=false");

    ColumnTextMutants(Original original, Table table, Column column) {
        this(original, table, column, original.ofColumn(table, column.name()));
    }

    void make() {
        comments();
        collations();
        if (column.generatedAs().isPresent()) {
            generation(column.generatedAs().get());
        } else {
            generated();
        }
    }

    private void comments() {
        boolean isCommented = column.comment().isPresent() && original.hasComments();
        comment(
                isCommented ? "change a column's comment" : "comment on a column",
                isCommented,
                Optional.of("only here"));
        if (isCommented) {
            comment("drop a column's comment", true, Optional.empty());
        }
    }

    private void comment(String kind, boolean counts, Optional<String> comment) {
        original.migrations(
                kind,
                subject(),
                List.of(Operation.AlterColumn.comment(table.name(), column.name(), comment)),
                where(counts, property));
    }

    private void collations() {
        boolean isModelled = column.collation().isPresent();
        collation(isModelled ? "change a collation" : "set a collation", Optional.of("other"));
        if (isModelled) {
            collation("drop a collation", Optional.empty());
        }
    }

    private void collation(String kind, Optional<String> collation) {
        original.migrations(
                kind,
                subject(),
                List.of(Operation.AlterColumn.collation(table.name(), column.name(), collation)),
                where(column.collation().isPresent(), property));
    }

    private void generation(String sql) {
        original.migrations(
                "change what a column is generated from",
                subject(),
                List.of(generatedAs(Optional.of("coalesce(" + sql + ", null)"))),
                property);
        original.migrations("no longer generate a column", subject(), List.of(generatedAs(Optional.empty())), property);
        original.migrations(
                "write what a column is generated from differently",
                subject(),
                List.of(generatedAs(Optional.of(Original.written(sql)))));
    }

    private Operation generatedAs(Optional<String> sql) {
        return new Operation.AlterColumn(
                table.name(),
                column.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Operation.TextChange(sql)));
    }

    private void generated() {
        if (column.identity()
                || table.columns().size() == 1
                || !Users.ofColumn(original.head(), table, column.name()).isEmpty()) {
            return;
        }
        List<Operation> change = List.of(
                new Operation.DropColumn(table.name(), column.name()),
                new Operation.AddColumn(
                        table.name(), column.withDefault(Optional.empty()).withGeneratedAs(Optional.of("1 + 1"))));
        if (column.defaultValue().isPresent()) {
            original.migrations("generate a column that has a default", subject(), change, property);
        } else if (isOnlyRead(original.model(), table.name(), column.name())) {
            original.migrations("generate a column that is only read", subject(), change);
        } else {
            original.migrations("generate a column", subject(), change, property);
        }
    }

    /** Whether the property says that the application writes no value. */
    static boolean isOnlyRead(Model model, QualifiedName table, Name column) {
        return model.origins().column(table, column).stream()
                .flatMap(origin -> origin.element().getAnnotationMirrors().stream())
                .map(annotation -> annotation.toString().replace(" ", ""))
                .anyMatch(annotation -> READ_ONLY.matcher(annotation).lookingAt());
    }

    private String subject() {
        return table.name() + "." + column.name();
    }
}
