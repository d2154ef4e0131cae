package dev.retort.processor.entity;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;

/** From Hibernate's model to ours, for one dialect. */
final class SchemaReader {
    private final HibernateBoot.Bound bound;
    private final HibernateNames names;
    private final ModelTypes types;
    private final PropertyOrigins properties;
    private final TableDetails details;
    private final Origins.Builder origins = new Origins.Builder();
    private final Map<Origins.ColumnKey, DataType> portableTypes = new HashMap<>();

    private SchemaReader(HibernateBoot.Bound bound, ModelTypes types) {
        this.bound = bound;
        this.names = new HibernateNames(bound);
        this.types = types;
        this.properties = new PropertyOrigins(types);
        this.details = new TableDetails(bound.context());
    }

    static Model read(HibernateBoot.Bound bound, ModelTypes types) {
        return new SchemaReader(bound, types).read();
    }

    private Model read() {
        List<ValueGenerators.Made> ofValues = ValueGenerators.make(bound, properties, types);
        new OriginReader(bound, names, properties, origins).read();
        Map<String, Sequence> sequenceTables =
                new GeneratorReader(bound, names, properties, origins).sequenceTables(ofValues);
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>(sequenceTables.values());
        for (Namespace namespace : bound.metadata().getDatabase().getNamespaces()) {
            for (org.hibernate.mapping.Table table : namespace.getTables()) {
                if (sequenceTables.containsKey(names.of(table).key())) {
                    details.option("table " + names.of(table).key(), table.getOptions());
                } else if (table.isPhysicalTable() && !table.isView()) {
                    tables.add(table(table));
                }
            }
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                QualifiedName name = names.ofSequence(sequence.getName());
                sequences.add(new Sequence(name, sequence.getInitialValue(), sequence.getIncrementSize()));
                details.option("sequence " + name.key(), sequence.getOptions());
            }
        }
        auxiliarySequences(sequences);
        tables.sort(Comparator.comparing(table -> table.name().key()));
        sequences.sort(Comparator.comparing(sequence -> sequence.name().key()));
        Schema schema = Schema.of(tables, sequences, new ObjectsReader(bound, names).read());
        return new Model(schema, origins.build(), portableTypes, details);
    }

    private void auxiliarySequences(List<Sequence> sequences) {
        Database database = bound.metadata().getDatabase();
        AuxiliarySequences auxiliary = new AuxiliarySequences(bound.context());
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(database.getDialect())) {
                auxiliary.find(object).ifPresent(found -> {
                    sequences.add(found.sequence());
                    details.option("sequence " + found.sequence().name().key(), found.options());
                });
            }
        }
    }

    private Table table(org.hibernate.mapping.Table table) {
        ChecksReader checks = new ChecksReader(bound.metadata().getDatabase().getDialect(), names, origins);
        Table read = new TableReader(bound, names, checks).read(table);
        details.read(read.name(), table);
        PortableTypes portable = new PortableTypes(bound.metadata(), bound.dialect());
        table.getColumns()
                .forEach(column -> portable.find(column, read.checks())
                        .ifPresent(type ->
                                portableTypes.put(Origins.ColumnKey.of(read.name(), HibernateNames.of(column)), type)));
        return read;
    }
}
