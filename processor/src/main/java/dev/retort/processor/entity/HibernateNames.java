package dev.retort.processor.entity;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Hibernate's identifiers as ours. Defaults for schema and catalog are filled in; what the database lacks is left out. */
final class HibernateNames {
    private final SqlStringGenerationContext context;
    private final NameQualifierSupport qualifiers;
    private final boolean inCatalogOfConnection;

    HibernateNames(HibernateBoot.Bound bound) {
        this.context = bound.context();
        this.inCatalogOfConnection = bound.dialect().family() == Family.SQLSERVER;
        this.qualifiers = bound.metadata().getDatabase().getJdbcEnvironment().getNameQualifierSupport();
    }

    QualifiedName of(Table table) {
        return of(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    QualifiedName of(org.hibernate.boot.model.relational.QualifiedName name) {
        return of(name.getCatalogName(), name.getSchemaName(), name.getObjectName());
    }

    /** SQL Server has them in the catalog of the connection only. */
    QualifiedName ofSequence(org.hibernate.boot.model.relational.QualifiedName name) {
        QualifiedName full = of(name);
        return inCatalogOfConnection && full.qualifiers().size() > 1
                ? new QualifiedName(full.qualifiers().subList(1, 2), full.name())
                : full;
    }

    private QualifiedName of(@Nullable Identifier catalog, @Nullable Identifier schema, Identifier object) {
        return new QualifiedName(
                Stream.concat(
                                Stream.ofNullable(
                                        qualifiers.supportsCatalogs() ? context.catalogWithDefault(catalog) : null),
                                Stream.ofNullable(
                                        qualifiers.supportsSchemas() ? context.schemaWithDefault(schema) : null))
                        .map(HibernateNames::of)
                        .toList(),
                of(object));
    }

    static Name of(Identifier identifier) {
        return new Name(identifier.getText(), identifier.isQuoted());
    }

    static Name of(Column column) {
        return new Name(column.getName(), column.isQuoted());
    }

    /** A name that Hibernate keeps as SQL, with the dialect's quotes where it needs them. */
    static Name ofSql(String rendered) {
        return of(Identifier.toIdentifier(rendered));
    }
}
