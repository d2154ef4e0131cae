package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.entity.Model;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Columns that the database computes, by the text of what computes them. */
final class GenerationAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (ColumnPair column : comparison.columns()) {
            if (isMadeAnew(comparison, column)) {
                differences.add(difference(
                        comparison,
                        column,
                        column.model().generatedAs().isPresent()
                                ? anew(comparison, column)
                                : keptAsValues(comparison, column)));
            }
        }
        return differences;
    }

    /** Whether the column is dropped and added: its other facts come along, and are no further differences. */
    static boolean isMadeAnew(Comparison comparison, ColumnPair column) {
        Optional<String> declared = column.head().generatedAs();
        Optional<String> wanted = column.model().generatedAs();
        return wanted.isPresent()
                ? declared.filter(sql -> SqlText.same(sql, wanted.get())).isEmpty()
                : declared.isPresent() && isWritten(comparison, column);
    }

    private static Difference difference(Comparison comparison, ColumnPair column, List<Operation> cure) {
        return Difference.drift(
                        FindingId.TypeDrift,
                        column.describe() + is(column.head()) + ", but " + TypeAspect.origin(comparison, column)
                                + is(column.model()),
                        comparison.atColumn(column.table().model().name(), column.model()),
                        cure)
                .about(column.table().name())
                .declaredAt(comparison.declaredAt(column));
    }

    private static String is(Column column) {
        return column.generatedAs().map(sql -> " is generated as (" + sql + ")").orElse(" is not generated");
    }

    /** The database computes the values again, so that none is lost. */
    private static List<Operation> anew(Comparison comparison, ColumnPair column) {
        List<Operation> change = List.of(
                new Operation.DropColumn(column.table().name(), column.head().name()),
                new Operation.AddColumn(
                        column.table().name(),
                        comparison.portable(column.table().model().name(), column.model())));
        return Dependents.around(detached(comparison, column), change);
    }

    /** A column of the same values that the application writes from now on. */
    private static List<Operation> keptAsValues(Comparison comparison, ColumnPair column) {
        Name name = column.head().name();
        Name copy = new Name(name.text() + "_copy", name.quoted());
        Column plain = comparison
                .portable(column.table().model().name(), column.model())
                .renamed(copy);
        List<Operation> change = new ArrayList<>();
        change.add(new Operation.AddColumn(column.table().name(), plain.withNullable(true)));
        change.add(new Operation.Execute(
                "update " + comparison.dialect().quote(column.table().name()) + " set "
                        + comparison.dialect().quote(copy) + " = "
                        + comparison.dialect().quote(name)));
        change.add(new Operation.DropColumn(column.table().name(), name));
        change.add(new Operation.RenameColumn(column.table().name(), copy, name));
        if (!plain.nullable()) {
            change.add(new Operation.AlterColumn(
                    column.table().name(), name, Optional.empty(), Optional.of(false), Optional.empty()));
        }
        return Dependents.around(detached(comparison, column), change);
    }

    private static Dependents.Detached detached(Comparison comparison, ColumnPair column) {
        return Dependents.ofColumn(
                comparison.head(), column.table().head(), column.head().name());
    }

    /** Whether the application writes the column: then inserts fail. */
    private static boolean isWritten(Comparison comparison, ColumnPair column) {
        return isWritten(
                comparison.model(),
                column.table().model().name(),
                column.model().name());
    }

    static boolean isWritten(Model model, QualifiedName table, Name column) {
        return model.origins()
                .column(table, column)
                .map(origin ->
                        origin.element().getAnnotationMirrors().stream().noneMatch(GenerationAspect::saysReadOnly))
                .orElse(true);
    }

    private static boolean saysReadOnly(AnnotationMirror annotation) {
        String type = ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
        return type.equals("org.hibernate.annotations.Generated")
                || ((type.equals("jakarta.persistence.Column") || type.equals("jakarta.persistence.JoinColumn"))
                        && annotation.getElementValues().entrySet().stream()
                                .anyMatch(
                                        value -> value.getKey().getSimpleName().contentEquals("insertable")
                                                && Boolean.FALSE.equals(
                                                        value.getValue().getValue())));
    }
}
