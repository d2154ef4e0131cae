package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that goes on with a column under its new name. A written migration is read before it counts: a word that only looks
 * like the column can be seen there.
 */
final class RenamedTexts {
    private final DatabaseDialect dialect;
    private final Name from;
    private final Name to;

    RenamedTexts(DatabaseDialect dialect, Name from, Name to) {
        this.dialect = dialect;
        this.from = from;
        this.to = to;
    }

    /** What adds a check, an exclusion or an index again. */
    Operation of(Operation addition) {
        if (addition instanceof Operation.AddConstraint add) {
            return new Operation.AddConstraint(add.table(), of(add.constraint()));
        } else if (addition instanceof Operation.CreateIndex create) {
            return new Operation.CreateIndex(create.table(), of(create.index()), create.concurrently());
        }
        return addition;
    }

    private Constraint of(Constraint constraint) {
        if (constraint instanceof Check check) {
            return new Check(check.name(), of(check.condition()), check.databaseOnly());
        } else if (constraint instanceof Exclusion exclusion) {
            return new Exclusion(
                    exclusion.name(),
                    exclusion.method(),
                    exclusion.elements().stream()
                            .map(element -> new Exclusion.Element(of(element.part()), element.operator()))
                            .toList(),
                    exclusion.where().map(this::of));
        }
        return constraint;
    }

    private Index of(Index index) {
        Index replaced = index.replace(from, to);
        List<IndexPart> parts = replaced.parts().stream().map(this::of).toList();
        return new Index(
                replaced.name(),
                parts,
                replaced.unique(),
                replaced.databaseOnly(),
                replaced.included(),
                replaced.where().map(this::of));
    }

    private IndexPart of(IndexPart part) {
        if (part.column().isEmpty()) {
            return new IndexPart(part.column(), of(part.expression()), part.descending());
        }
        return part.column().filter(from::sameKey).isPresent()
                ? new IndexPart(Optional.of(to), "", part.descending())
                : part;
    }

    /** The word outside strings, with quotes around it or without; what has a bracket behind it is a function. */
    private String of(String sql) {
        String name = Pattern.quote(from.text());
        Pattern pattern = Pattern.compile(
                "'(?:[^']|'')*'|(?<![\\p{Alnum}_$])(\"" + name + "\"|`" + name + "`|" + name
                        + ")(?![\\p{Alnum}_$])(?!\\s*\\()",
                Pattern.CASE_INSENSITIVE);
        return pattern.matcher(sql)
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : dialect.quote(to)));
    }
}
