package dev.retort.processor.diff.mutants;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Model;
import dev.retort.processor.entity.Origin;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A model and migrations that equal it, what was made of them so far, and the places of both.
 *
 * @param base the operations that make {@code head}
 * @param mutants grows
 */
record Original(
        DatabaseDialect dialect,
        Schema head,
        List<Operation> base,
        Model model,
        Location fallback,
        List<Mutant> mutants) {

    /** One fact of the migrations is another. */
    void migrations(String kind, Object subject, List<Operation> change, Location... places) {
        mutants.add(new Mutant(kind, subject.toString(), change, model.schema(), List.of(places)));
    }

    /** One fact of the model is another. */
    void model(String kind, Object subject, Schema changed, Location... places) {
        mutants.add(new Mutant(kind, subject.toString(), List.of(), changed, List.of(places)));
    }

    void model(String kind, Object subject, Table changed, Location... places) {
        model(kind, subject, model.schema().with(changed), places);
    }

    boolean hasComments() {
        return dialect.family().hasComments();
    }

    Table modelled(Table table) {
        return model.schema().table(table.name()).orElseThrow();
    }

    Table atHead(Table table) {
        return head.table(table.name()).orElseThrow();
    }

    /** Whether a constraint or index is called so because the model says it. */
    boolean isNamedByModel(Table table, Optional<Name> name) {
        Name own = name.orElseThrow();
        Table modelled = modelled(table);
        return modelled.constraint(own).isPresent() || modelled.index(own).isPresent();
    }

    static boolean isInPrimaryKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> Names.contains(key.columns(), column.name()))
                .isPresent();
    }

    /** Whether another table's foreign key, or one of its own, refers to the table. */
    static boolean isReferredTo(Schema schema, Table table) {
        return schema.tables().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> refersTo(key, table));
    }

    /** Whether a foreign key of any table starts from the column or refers to it. */
    static boolean isInForeignKey(Schema schema, Table table, Name column) {
        return schema.tables().stream()
                .anyMatch(other -> other.foreignKeys().stream()
                        .anyMatch(key -> (other.equals(table) && Names.contains(key.columns(), column))
                                || (refersTo(key, table) && Names.contains(key.referenced(), column))));
    }

    static boolean refersTo(ForeignKey key, Table table) {
        return key.table().key().equals(table.name().key());
    }

    /** With the foreign keys that refer to a table as {@code change} has them. */
    static Schema withReferences(Schema schema, Table table, UnaryOperator<ForeignKey> change) {
        Schema changed = schema;
        for (Table other : List.copyOf(schema.tables())) {
            changed = changed.with(other.withForeignKeys(other.foreignKeys().stream()
                    .map(key -> refersTo(key, table) ? change.apply(key) : key)
                    .toList()));
        }
        return changed;
    }

    static ForeignKey referring(ForeignKey key, QualifiedName table, List<Name> columns) {
        return new ForeignKey(key.name(), key.columns(), table, columns, key.onDelete(), key.onUpdate(), false);
    }

    Location ofTable(Table table) {
        return ofTable(table.name());
    }

    /** The entity of a table or view. */
    Location ofTable(QualifiedName table) {
        return model.origins().table(table).map(Original::at).orElse(fallback);
    }

    /** The property of a column. */
    Location ofColumn(Table table, Name column) {
        return model.origins().column(table.name(), column).map(Original::at).orElse(fallback);
    }

    /** The property of the first column; the entity where an index has expressions only. */
    Location ofFirst(Table table, List<Name> columns) {
        return columns.isEmpty() ? ofTable(table) : ofColumn(table, columns.get(0));
    }

    /** The operation that added a key or check; that of the table where it came with the table. */
    Location whereMade(Table table, Optional<Name> constraint) {
        return base.stream()
                .filter(operation -> operation instanceof Operation.AddConstraint add
                        && Constraint.hasName(add.constraint(), constraint.orElseThrow()))
                .findFirst()
                .map(Original::made)
                .orElseGet(() -> new Migrations.Place("createTable(\"" + table.name() + "\")"));
    }

    private static Location at(Origin origin) {
        return Location.of(origin.element());
    }

    Location ofOrigin(Optional<Origin> origin) {
        return origin.map(Original::at).orElse(fallback);
    }

    static Location made(Operation operation) {
        return new Migrations.Place(operation.describe());
    }

    /** The place where what was changed counts, none where it does not. */
    static Location[] where(boolean counts, Location place) {
        return counts ? new Location[] {place} : new Location[0];
    }

    static Name plain(String text) {
        return new Name(text, false);
    }

    static <T> List<T> reversed(List<T> items) {
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    static <T> List<T> plus(List<T> items, T item) {
        List<T> longer = new ArrayList<>(items);
        longer.add(item);
        return longer;
    }

    static <T> List<T> withoutLast(List<T> items) {
        return items.subList(0, items.size() - 1);
    }

    /** With one part running the other way. */
    static List<IndexPart> turned(List<IndexPart> parts, int place) {
        List<IndexPart> turned = new ArrayList<>(parts);
        IndexPart part = parts.get(place);
        turned.set(place, new IndexPart(part.column(), part.expression(), !part.descending()));
        return turned;
    }

    /** In brackets and with more white space, but for that of literals, which says something. */
    static String written(String sql) {
        return " ( " + spread(sql) + ")";
    }

    /** With more white space, but for that of literals and quoted names, which says something. */
    static String spread(String sql) {
        String[] parts = sql.split("(?<=['\"`])|(?=['\"`])", -1);
        StringBuilder out = new StringBuilder();
        String open = "";
        for (String part : parts) {
            boolean isQuote = part.length() == 1 && "'\"`".contains(part);
            if (isQuote) {
                open = open.isEmpty() ? part : part.equals(open) ? "" : open;
            }
            out.append(open.isEmpty() ? part.replace(" ", "  \n") : part);
        }
        return out.toString();
    }
}
