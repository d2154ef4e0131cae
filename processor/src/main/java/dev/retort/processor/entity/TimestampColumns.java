package dev.retort.processor.entity;

import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * A column that Hibernate fills with the time of the insert is NOT NULL. Hibernate settles that only while a
 * {@code SessionFactory} is built (CurrentTimestampGeneration.notNull, since 7.4), which this stage does not do.
 */
final class TimestampColumns {
    private static final Set<String> ALWAYS =
            Set.of("org.hibernate.annotations.CreationTimestamp", "org.hibernate.annotations.UpdateTimestamp");
    private static final String BY_EVENT = "org.hibernate.annotations.CurrentTimestamp";

    private TimestampColumns() {}

    static Schema settle(Schema schema, Origins origins) {
        Schema settled = schema;
        for (Table table : schema.tables()) {
            settled = settled.with(table.withColumns(table.columns().stream()
                    .map(column -> isFilled(table, column, origins) ? column.withNullable(false) : column)
                    .toList()));
        }
        return settled;
    }

    private static boolean isFilled(Table table, Column column, Origins origins) {
        return origins.column(table.name(), column.name())
                .map(Origin::element)
                .filter(TimestampColumns::isFilledOnInsert)
                .isPresent();
    }

    private static boolean isFilledOnInsert(Element property) {
        return property.getAnnotationMirrors().stream().anyMatch(TimestampColumns::isFilledOnInsert);
    }

    private static boolean isFilledOnInsert(AnnotationMirror annotation) {
        String name = annotation.getAnnotationType().asElement().toString();
        if (!name.equals(BY_EVENT)) {
            return ALWAYS.contains(name);
        }
        // Without a word, on every event.
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> value :
                annotation.getElementValues().entrySet()) {
            if (value.getKey().getSimpleName().contentEquals("event")) {
                return value.getValue().toString().contains("INSERT");
            }
        }
        return true;
    }
}
