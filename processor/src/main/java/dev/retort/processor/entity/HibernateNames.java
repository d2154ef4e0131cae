package dev.retort.processor.entity;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Hibernate's identifiers as ours. */
final class HibernateNames {
    private final @Nullable Identifier defaultSchema;
    private final @Nullable Identifier defaultCatalog;

    /** @param settings where {@code hibernate.default_schema} and {@code default_catalog} may stand */
    HibernateNames(Map<String, Object> settings) {
        this.defaultSchema = identifier(settings.get("hibernate.default_schema"));
        this.defaultCatalog = identifier(settings.get("hibernate.default_catalog"));
    }

    private static @Nullable Identifier identifier(@Nullable Object setting) {
        return setting == null || setting.toString().isBlank() ? null : Identifier.toIdentifier(setting.toString());
    }

    QualifiedName of(Table table) {
        return of(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    QualifiedName of(org.hibernate.boot.model.relational.QualifiedName name) {
        return of(name.getCatalogName(), name.getSchemaName(), name.getObjectName());
    }

    /** Only one qualifier has room: the schema, for a database that has both connects to one catalog. */
    private QualifiedName of(@Nullable Identifier catalog, @Nullable Identifier schema, Identifier object) {
        Identifier qualifier = firstOf(firstOf(schema, defaultSchema), firstOf(catalog, defaultCatalog));
        return new QualifiedName(
                Stream.ofNullable(qualifier).map(HibernateNames::of).toList(), of(object));
    }

    private static @Nullable Identifier firstOf(@Nullable Identifier one, @Nullable Identifier other) {
        return one != null ? one : other;
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
