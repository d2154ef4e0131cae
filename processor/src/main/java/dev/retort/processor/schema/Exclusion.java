package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows that keep each other out: no two of them answer to all operators at once. No mapping can declare it.
 *
 * @param method the index that finds such rows
 * @param where SQL of the rows that are compared; empty for all
 */
public record Exclusion(Optional<Name> name, String method, List<Element> elements, Optional<String> where)
        implements Constraint {

    /** What is compared, and how. */
    public record Element(IndexPart part, String operator) {
        @Override
        public String toString() {
            return part + " with " + operator;
        }
    }

    public Exclusion {
        elements = List.copyOf(elements);
    }

    @Override
    public List<Name> columns() {
        return elements.stream()
                .flatMap(element -> element.part().column().stream())
                .toList();
    }

    @Override
    public boolean mentions(Name column) {
        return elements.stream().anyMatch(element -> element.part().mentions(column))
                || where.filter(sql -> Names.mentions(sql, column)).isPresent();
    }

    /** Whether SQL of it uses the column, which no rename can follow. */
    public boolean mentionsInText(Name column) {
        return elements.stream()
                        .map(Element::part)
                        .anyMatch(part -> part.column().isEmpty() && part.mentions(column))
                || where.filter(sql -> Names.mentions(sql, column)).isPresent();
    }

    /** With a column renamed wherever it is compared. */
    public Exclusion replace(Name from, Name to) {
        return new Exclusion(
                name,
                method,
                elements.stream()
                        .map(element -> new Element(element.part().replace(from, to), element.operator()))
                        .toList(),
                where);
    }

    @Override
    public boolean databaseOnly() {
        return true;
    }

    @Override
    public Exclusion renamed(Name newName) {
        return new Exclusion(Optional.of(newName), method, elements, where);
    }

    @Override
    public String describe() {
        return "exclusion " + elements.stream().map(Element::toString).collect(Collectors.joining(", ", "(", ")"))
                + where.map(sql -> " where (" + sql + ")").orElse("");
    }
}
