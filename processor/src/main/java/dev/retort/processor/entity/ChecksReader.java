package dev.retort.processor.entity;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.aggregate.AggregateSupport;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/** The checks of a table: those of its columns, its own, and those that Hibernate derives from JSON and structs. */
final class ChecksReader {
    private static final String BEFORE_AGGREGATE = ", check (";

    private final Dialect dialect;
    private final HibernateNames names;
    private final Origins.Builder origins;

    ChecksReader(Dialect dialect, HibernateNames names, Origins.Builder origins) {
        this.dialect = dialect;
        this.names = names;
        this.origins = origins;
    }

    List<Check> read(Table table) {
        if (!dialect.supportsColumnCheck() && !dialect.supportsTableCheck()) {
            return List.of();
        }
        QualifiedName tableName = names.of(table);
        List<Check> checks = new ArrayList<>();
        for (Column column : table.getColumns()) {
            for (Check check : checks(column)) {
                checks.add(check);
                origins.check(tableName, HibernateNames.of(column), check.condition());
            }
        }
        if (dialect.supportsTableCheck()) {
            table.getChecks().forEach(constraint -> checks.add(check(constraint)));
            checks.addAll(aggregateChecks(table, tableName));
        }
        checks.sort(Comparator.comparing(Check::condition)
                .thenComparing(check -> check.name().map(Name::key).orElse("")));
        return checks;
    }

    /**
     * Some databases take one check a column: what has no name becomes one, as in {@code ColumnDefinitions}. Sorted, as
     * constraints of Bean Validation come in another order with each run.
     */
    private static List<Check> checks(Column column) {
        List<CheckConstraint> unnamed = column.getCheckConstraints().stream()
                .filter(CheckConstraint::isAnonymous)
                .sorted(Comparator.comparing(CheckConstraint::getConstraint))
                .toList();
        if (unnamed.size() < 2) {
            return column.getCheckConstraints().stream()
                    .map(ChecksReader::check)
                    .toList();
        }
        String together =
                unnamed.stream().map(CheckConstraint::getConstraintInParens).collect(Collectors.joining(" and "));
        return Stream.concat(
                        Stream.of(new Check(Optional.empty(), together, false)),
                        column.getCheckConstraints().stream()
                                .filter(constraint -> !constraint.isAnonymous())
                                .map(ChecksReader::check))
                .toList();
    }

    private static Check check(CheckConstraint constraint) {
        return new Check(
                Optional.ofNullable(constraint.getName())
                        .filter(name -> !name.isBlank())
                        .map(HibernateNames::ofSql),
                constraint.getConstraint(),
                false);
    }

    private List<Check> aggregateChecks(Table table, QualifiedName tableName) {
        AggregateSupport support = dialect.getAggregateSupport();
        List<Check> checks = new ArrayList<>();
        if (support != null && support.supportsComponentCheckConstraints()) {
            for (Column column : table.getColumns()) {
                if (column instanceof AggregateColumn aggregate && !isArray(aggregate)) {
                    condition(aggregate).ifPresent(condition -> {
                        checks.add(new Check(Optional.empty(), condition, false));
                        origins.check(tableName, HibernateNames.of(column), condition);
                    });
                }
            }
        }
        return checks;
    }

    /** As the private method of its name in {@code StandardTableExporter}. */
    private static boolean isArray(AggregateColumn column) {
        return switch (((BasicValue) column.getValue())
                .getResolution()
                .getJdbcType()
                .getDefaultSqlTypeCode()) {
            case SqlTypes.STRUCT_ARRAY,
                    SqlTypes.STRUCT_TABLE,
                    SqlTypes.JSON_ARRAY,
                    SqlTypes.XML_ARRAY,
                    SqlTypes.ARRAY -> true;
            default -> false;
        };
    }

    /** Hibernate writes these while it writes a table, each dialect's exporter in its way, and only there. */
    private Optional<String> condition(AggregateColumn column) {
        StringBuilder sql = new StringBuilder();
        try {
            Method write = StandardTableExporter.class.getDeclaredMethod(
                    "applyAggregateColumnCheck", StringBuilder.class, AggregateColumn.class);
            write.setAccessible(true);
            write.invoke(dialect.getTableExporter(), sql, column);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Hibernate writes the checks of aggregates in another way", e);
        }
        return sql.isEmpty()
                ? Optional.empty()
                : Optional.of(sql.substring(BEFORE_AGGREGATE.length(), sql.length() - 1));
    }
}
