package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.finding.Location;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes to a column of the model. */
record ModelColumnMutants(Original original, Table table, Column column, Location property) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(tinyint|smallint|integer|int|bigint)\\b");

    ModelColumnMutants(Original original, Table table, Column column) {
        this(original, table, column, original.ofColumn(table, column.name()));
    }

    void make() {
        remove();
        rename();
        type();
        if (!Original.isInPrimaryKey(table, column)) {
            change("model: flip nullability", column.withNullable(!column.nullable()), property);
        }
        defaults();
        comments();
        change("model: set a collation", column.withCollation(Optional.of("german")), property);
        if (column.collation().isPresent()) {
            change("model: remove a collation", column.withCollation(Optional.empty()));
        }
        generation();
        if (column.identity() || canBeNumbered()) {
            change("model: flip identity", column.withIdentity(!column.identity()), property);
        }
    }

    private void remove() {
        if (table.columns().size() > 1 && !isGeneratedFrom() && !isInView() && !isUsed()) {
            original.model("model: remove a column", subject(), table.without(column), made());
        }
    }

    private void rename() {
        boolean isInText = Stream.concat(
                        table.checks().stream().map(Check::condition),
                        table.indexes().stream()
                                .flatMap(index -> index.parts().stream())
                                .map(IndexPart::expression))
                .anyMatch(text -> Names.mentions(text, column.name()));
        if (!isInText && !isGeneratedFrom() && !isInView()) {
            Name to = plain("renamed_by_the_model");
            original.model("model: rename a column", subject(), renamed(to), original.ofColumn(table, to), made());
        }
    }

    private Schema renamed(Name to) {
        Schema renamed = original.model().schema().with(table.renamed(column, to));
        return Original.withReferences(
                renamed,
                table,
                key -> Original.referring(key, key.table(), Names.replace(key.referenced(), column.name(), to)));
    }

    /** Of one column alone: those that a key pairs change together, and the words of an enumeration with their check. */
    private void type() {
        boolean isEnumeration =
                original.model().portableType(table.name(), column).kind() == DataType.Kind.ENUMERATION;
        if (!isEnumeration
                && !column.identity()
                && !Original.isInForeignKey(original.model().schema(), table, column.name())) {
            String text = varchar(77);
            String other = column.type().texts().contains(text) ? varchar(78) : text;
            change("model: change a type", column.withType(DataType.nativeType(other)), property);
        }
    }

    private String varchar(int length) {
        return original.dialect().typeName(DataType.of(DataType.Kind.VARCHAR, length));
    }

    private void defaults() {
        if (!column.identity() && column.generatedAs().isEmpty()) {
            change(
                    "model: set a default",
                    column.withDefault(Optional.of(new DefaultValue.Expression("77"))),
                    property);
        }
        if (column.defaultValue().isPresent()) {
            change("model: remove a default", column.withDefault(Optional.empty()));
        }
    }

    private void comments() {
        change(
                original.hasComments() ? "model: comment on a column" : "model: comment where there are none",
                column.withComment(Optional.of("what it's for")),
                where(original.hasComments(), property));
        if (column.comment().isPresent()) {
            change("model: remove a column's comment", column.withComment(Optional.empty()));
        }
    }

    private void generation() {
        if (!Original.isInPrimaryKey(table, column)
                && !isInView()
                && !column.identity()
                && !isGeneratedFrom()
                && column.defaultValue().isEmpty()
                && table.columns().size() > 1) {
            change("model: generate a column", column.withGeneratedAs(Optional.of("1 + 1")), property);
        }
        if (column.generatedAs().isPresent()
                && !ColumnTextMutants.isOnlyRead(original.model(), table.name(), column.name())) {
            change("model: no longer generate a column", column.withGeneratedAs(Optional.empty()), property);
        }
    }

    /** No model has another column numbered: Hibernate makes such a column not null, and its default would never be taken. */
    private boolean canBeNumbered() {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.generatedAs().isEmpty()
                && WHOLE_NUMBER.matcher(column.type().describe()).lookingAt();
    }

    private boolean isGeneratedFrom() {
        return table.columns().stream()
                .flatMap(other -> other.generatedAs().stream())
                .anyMatch(expression -> Names.mentions(expression, column.name()));
    }

    private boolean isInView() {
        return original.head().extras().views().values().stream()
                .anyMatch(view -> view.reads(table.name(), column.name()));
    }

    private boolean isUsed() {
        Schema schema = original.model().schema();
        return Original.isInForeignKey(schema, table, column.name())
                || table.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Check check
                                ? Names.mentions(check.condition(), column.name())
                                : Names.contains(constraint.columns(), column.name()))
                || table.indexes().stream().anyMatch(index -> index.mentions(column.name()));
    }

    private Location made() {
        return new Migrations.Place(table.name().key() + "." + column.name().key());
    }

    private void change(String kind, Column changed, Location... places) {
        original.model(kind, subject(), table.replace(column, changed), places);
    }

    private String subject() {
        return table.name() + "." + column.name();
    }
}
