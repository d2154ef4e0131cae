package dev.retort.processor.entity;

import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedNameImpl;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedType;

/**
 * What Hibernate creates beside tables and sequences: enumeration types and other auxiliary objects, structured types,
 * views. In the order of creation: a type stands before those that are made of it, a view at the end.
 */
final class ObjectsReader {
    private final Metadata metadata;
    private final Database database;
    private final Dialect dialect;
    private final SqlStringGenerationContext context;
    private final HibernateNames names;
    private final AuxiliarySequences sequences;
    private final AuxiliaryNames auxiliaryNames = new AuxiliaryNames();
    private final List<DatabaseObject> objects = new ArrayList<>();

    ObjectsReader(HibernateBoot.Bound bound, HibernateNames names) {
        this.metadata = bound.metadata();
        this.database = bound.metadata().getDatabase();
        this.dialect = database.getDialect();
        this.context = bound.context();
        this.names = names;
        this.sequences = new AuxiliarySequences(context);
    }

    List<DatabaseObject> read() {
        auxiliary(true);
        for (Namespace namespace : database.getNamespaces()) {
            namespace.getDependencyOrderedUserDefinedTypes().forEach(this::type);
        }
        for (Namespace namespace : database.getNamespaces()) {
            namespace.getTables().stream()
                    .filter(table -> table.isPhysicalTable() && table.isView())
                    .forEach(this::view);
        }
        auxiliary(false);
        return objects;
    }

    private void auxiliary(boolean beforeTables) {
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (object.beforeTablesOnCreation() == beforeTables
                    && object.appliesToDialect(dialect)
                    && sequences.find(object).isEmpty()) {
                String[] create = object.sqlCreateStrings(context);
                add(
                        QualifiedName.of(HibernateNames.ofSql(auxiliaryNames.of(object.getExportIdentifier(), create))),
                        create,
                        object.sqlDropStrings(context));
            }
        }
    }

    private void type(UserDefinedType type) {
        QualifiedName name = names.of(new QualifiedNameImpl(
                Identifier.toIdentifier(type.getCatalog()),
                Identifier.toIdentifier(type.getSchema()),
                type.getNameIdentifier()));
        add(
                name,
                dialect.getUserDefinedTypeExporter().getSqlCreateStrings(type, metadata, context),
                dialect.getUserDefinedTypeExporter().getSqlDropStrings(type, metadata, context));
    }

    private void view(Table view) {
        add(
                names.of(view),
                dialect.getTableExporter().getSqlCreateStrings(view, metadata, context),
                dialect.getTableExporter().getSqlDropStrings(view, metadata, context));
    }

    private void add(QualifiedName name, String[] create, String[] drop) {
        if (create.length > 0) {
            objects.add(new DatabaseObject(name, Arrays.asList(create), Arrays.asList(drop)));
        }
    }
}
