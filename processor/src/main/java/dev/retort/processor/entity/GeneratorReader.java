package dev.retort.processor.entity;

import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.MappingException;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.generator.Generator;
import org.hibernate.id.IdentityGenerator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.id.enhanced.TableStructure;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/**
 * Asks each identifier's generator what it needs in the database. Hibernate has asked them before, but goes on in
 * silence where one cannot be made (until a session factory is built), and keeps no word on where it counts.
 */
final class GeneratorReader {
    /** {@code SequenceStyleGenerator.DEF_VALUE_COLUMN}. */
    private static final String USUAL_COLUMN = "next_val";

    private final MetadataImplementor metadata;
    private final SqlStringGenerationContext context;
    private final Dialect dialect;
    private final HibernateNames names;
    private final PropertyOrigins properties;
    private final Origins.Builder origins;
    private final Map<String, Sequence> sequenceTables = new LinkedHashMap<>();

    GeneratorReader(
            HibernateBoot.Bound bound, HibernateNames names, PropertyOrigins properties, Origins.Builder origins) {
        this.metadata = bound.metadata();
        this.context = bound.context();
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.properties = properties;
        this.origins = origins;
    }

    /**
     * Sequences that are a table of one row, as the dialect has no others, by the key of the table's name.
     *
     * @param ofValues generators of what is no identifier
     */
    Map<String, Sequence> sequenceTables(List<ValueGenerators.Made> ofValues) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity instanceof RootClass root) {
                Property property = root.getIdentifierProperty();
                Optional<Origin> origin =
                        property == null ? properties.entity(root) : properties.property(root, property);
                identifier(root.getIdentifier(), root, property, origin);
            }
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            if (collection instanceof IdentifierCollection identified) {
                identifier(identified.getIdentifier(), null, null, properties.collection(collection));
            }
        }
        ofValues.forEach(each -> generator(each.generator(), Optional.of(each.origin())));
        return sequenceTables;
    }

    private void identifier(
            KeyValue value, @Nullable RootClass root, @Nullable Property property, Optional<Origin> origin) {
        Generator generator = value.createGenerator(dialect, root, property, settings());
        // As UnionSubclassEntityPersister.
        if (generator instanceof IdentityGenerator
                && root != null
                && root.getSubclasses().stream().anyMatch(UnionSubclass.class::isInstance)) {
            throw new MappingException("Entity '" + root.getEntityName()
                    + "' may not be numbered by identity columns, as each of its subclasses has a table of its own");
        }
        generator(generator, origin);
        if (value instanceof Component component) {
            for (Property part : component.getProperties()) {
                if (part.getValue() instanceof SimpleValue simple) {
                    identifier(simple, root, part, origin);
                }
            }
        }
    }

    private void generator(@Nullable Generator generator, Optional<Origin> origin) {
        if (generator instanceof SequenceStyleGenerator sequence) {
            DatabaseStructure structure = sequence.getDatabaseStructure();
            QualifiedName name = structure instanceof TableStructure
                    ? names.of(structure.getPhysicalName())
                    : names.ofSequence(structure.getPhysicalName());
            origin.ifPresent(known -> origins.sequence(name, known));
            if (structure instanceof TableStructure) {
                origin.ifPresent(known -> origins.table(name, known));
                if (!dialect.getSequenceSupport().supportsSequences() && standsInForSequence(name)) {
                    // As SequenceStructure.getSourceIncrementSize has it for a real sequence.
                    int increment = sequence.getOptimizer().applyIncrementSizeToSourceValues()
                            ? structure.getIncrementSize()
                            : 1;
                    sequenceTables.putIfAbsent(name.key(), new Sequence(name, structure.getInitialValue(), increment));
                }
            }
        } else if (generator instanceof TableGenerator table) {
            metadata.getDatabase()
                    .getNamespaces()
                    .forEach(namespace -> namespace.getTables().stream()
                            .filter(candidate -> candidate.getName().equals(table.getTableName()))
                            .forEach(
                                    candidate -> origin.ifPresent(known -> origins.table(names.of(candidate), known))));
        }
    }

    /** One whose column has a name of the user's is a table like others. */
    private boolean standsInForSequence(QualifiedName name) {
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Table table : namespace.getTables()) {
                if (names.of(table).key().equals(name.key())) {
                    return table.getColumns().stream()
                            .allMatch(column -> column.getName().equals(USUAL_COLUMN));
                }
            }
        }
        return true;
    }

    private GeneratorSettings settings() {
        return new GeneratorSettings() {
            @Override
            public @Nullable String getDefaultCatalog() {
                return text(context.getDefaultCatalog());
            }

            @Override
            public @Nullable String getDefaultSchema() {
                return text(context.getDefaultSchema());
            }

            @Override
            public SqlStringGenerationContext getSqlStringGenerationContext() {
                return context;
            }
        };
    }

    private static @Nullable String text(@Nullable Identifier name) {
        return name == null ? null : name.getText();
    }
}
