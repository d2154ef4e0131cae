package dev.retort.processor.write;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places in a migration that do not compile before someone has chosen what only they can know. */
final class Gap {

    private Gap() {}

    /**
     * A value of a column.
     *
     * @param before SQL up to the value
     * @param after SQL behind it
     */
    static Placed value(
            Phase phase, QualifiedName table, Name column, String verb, String comment, String before, String after) {
        return new Placed(
                phase,
                0,
                new Step.Choice(
                        variable(verb, table, List.of(column)),
                        comment,
                        before,
                        after,
                        Optional.of(new Step.Place(table, column))));
    }

    /** A whole statement about some columns, or about what else the names are of. */
    static Placed statement(Phase phase, QualifiedName table, List<Name> names, String verb, String comment) {
        return new Placed(
                phase,
                0,
                new Step.Choice(
                        variable(verb, table, names),
                        comment + "\nor delete this line where none are",
                        "",
                        "",
                        Optional.empty()));
    }

    private static String variable(String verb, QualifiedName table, List<Name> names) {
        return verb
                + Stream.concat(Stream.of(table.name()), names.stream())
                        .flatMap(name -> Stream.of(name.text().split("[^\\p{Alnum}]+", -1)))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
