package dev.retort.processor.entity;

import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What Hibernate would create in one dialect. Column types are native: the dialect's own words. */
public final class Model {
    private final Schema schema;
    private final Origins origins;
    private final Map<Origins.ColumnKey, DataType> portableTypes;
    private final TableDetails details;

    Model(Schema schema, Origins origins, Map<Origins.ColumnKey, DataType> portableTypes, TableDetails details) {
        this.schema = schema;
        this.origins = origins;
        this.portableTypes = Map.copyOf(portableTypes);
        this.details = details;
    }

    Model withPortableTypes(Map<Origins.ColumnKey, DataType> types) {
        return new Model(schema, origins, types, details);
    }

    public Model withSchema(Schema other) {
        return new Model(other, origins, portableTypes, details);
    }

    Map<Origins.ColumnKey, DataType> portableTypes() {
        return portableTypes;
    }

    /** Tables and sequences by name; columns in Hibernate's order. */
    public Schema schema() {
        return schema;
    }

    public Origins origins() {
        return origins;
    }

    /**
     * A column's type as a migration would best declare it: the dialect writes it in the same words as the native
     * type. That type itself where there is none.
     */
    public DataType portableType(QualifiedName table, Column column) {
        return Objects.requireNonNullElse(portableTypes.get(Origins.ColumnKey.of(table, column.name())), column.type());
    }

    /**
     * Rows that a generator counts from, as {@code insert} statements by the key of their table. The one row of a
     * sequence's table is not among them.
     */
    public Map<String, List<String>> initialRows() {
        return details.rows();
    }

    /** Storage clauses, which Hibernate hands to the database as they were written, by what they belong to. */
    Map<String, String> options() {
        return details.options();
    }
}
