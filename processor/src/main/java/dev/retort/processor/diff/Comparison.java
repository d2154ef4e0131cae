package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Model;
import dev.retort.processor.entity.Origin;
import dev.retort.processor.finding.Location;
import dev.retort.processor.replay.Provenance;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Head and model in one dialect.
 *
 * @param head as the migrations declare it
 * @param model without the tables that somebody else makes
 * @param physical the same in the dialect's words
 * @param names for what cures add without a name of its own
 */
record Comparison(
        DatabaseDialect dialect,
        Schema head,
        Schema physical,
        Model model,
        Provenance provenance,
        Unmapped unmapped,
        NewNames names,
        Location fallback) {

    Comparison {
        model = model.withSchema(unmapped.leaveOut(model.schema(), head));
    }

    /** A table that both have. */
    record TablePair(Table head, Table physical, Table model) {
        /** Whether these are columns that only the migrations have: what hangs on them is said with the column. */
        boolean hasSurplus(List<Name> columns) {
            return columns.stream().anyMatch(column -> model.column(column).isEmpty());
        }

        /** Whether parts of an index are or use such columns. */
        boolean usesSurplus(List<IndexPart> parts) {
            return head.columns().stream()
                    .filter(column -> model.column(column.name()).isEmpty())
                    .anyMatch(column -> parts.stream().anyMatch(part -> part.mentions(column.name())));
        }

        QualifiedName name() {
            return head.name();
        }
    }

    /** A column that both have. */
    record ColumnPair(TablePair table, Column head, Column physical, Column model) {
        String describe() {
            return "column " + table.name() + "." + head.name();
        }
    }

    /** What only one of them has is said of tables once, and of nothing on them. */
    List<TablePair> tables() {
        List<TablePair> pairs = new ArrayList<>();
        for (Table modelled : model.schema().tables()) {
            head.table(modelled.name())
                    .ifPresent(table -> pairs.add(
                            new TablePair(table, physical.table(modelled.name()).orElseThrow(), modelled)));
        }
        return pairs;
    }

    List<ColumnPair> columns() {
        List<ColumnPair> pairs = new ArrayList<>();
        for (TablePair table : tables()) {
            for (Column modelled : table.model().columns()) {
                table.head()
                        .column(modelled.name())
                        .ifPresent(column -> pairs.add(new ColumnPair(
                                table,
                                column,
                                table.physical().column(modelled.name()).orElseThrow(),
                                modelled)));
            }
        }
        return pairs;
    }

    /** As the migrations write it, where they have the table. */
    QualifiedName nameAtHead(Table modelled) {
        return head.table(modelled.name()).map(Table::name).orElse(modelled.name());
    }

    /** The model's column as a migration would declare it. */
    Column portable(QualifiedName table, Column modelled) {
        return modelled.withType(model.portableType(table, modelled));
    }

    /** Of what only the migrations have. */
    Location placeOf(Table head) {
        return provenance.table(head.name()).orElse(fallback);
    }

    Location placeOf(TablePair table, Column head) {
        return provenance.column(table.name(), head.name()).orElse(fallback);
    }

    Optional<Location> declaredAt(ColumnPair column) {
        return provenance.column(column.table().name(), column.head().name());
    }

    /** Whether the database finds a table, view or sequence of one name by the other. */
    boolean isSameName(QualifiedName some, QualifiedName other) {
        return dialect.stored(some).equals(dialect.stored(other));
    }

    /** What is said of a name that the migrations have in another letter case, to follow the model's. */
    static String isWritten(Object declared) {
        return " is written " + declared + " in the migrations: to the database that is another name";
    }

    boolean sameStored(Name some, Name other) {
        return dialect.stored(some).equals(dialect.stored(other));
    }

    /** Whether both are named, and to the database the same. */
    boolean sameName(Optional<Name> some, Optional<Name> other) {
        return some.isPresent() && other.isPresent() && sameStored(some.get(), other.get());
    }

    String mappedBy(Optional<Origin> origin) {
        return origin.map(from -> ", mapped by " + from.path()).orElse("");
    }

    /** For what a property does not map, but says beside. */
    String declaredBy(Optional<Origin> origin) {
        return origin.map(from -> ", declared by " + from.path()).orElse("");
    }

    Location at(Optional<Origin> origin) {
        return origin.map(from -> Location.of(from.element())).orElse(fallback);
    }

    Location atTable(Table modelled) {
        return at(model.origins().table(modelled.name()));
    }

    Location atColumn(QualifiedName table, Column modelled) {
        return at(model.origins()
                .column(table, modelled.name())
                .or(() -> model.origins().table(table)));
    }

    Location at(QualifiedName table, Constraint modelled) {
        return at(model.origins().constraint(table, modelled));
    }

    Location at(QualifiedName table, Index modelled) {
        return at(model.origins().index(table, modelled));
    }
}
