package dev.retort.processor.entity;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;

/**
 * Sequences that Hibernate was given as an auxiliary object, as Envers does with that of its revisions
 * (OrderedSequenceStructure): a migration creates them as it does any other.
 */
final class AuxiliarySequences {
    private static final Pattern SEQUENCE = Pattern.compile(
            "create sequence (\\S+)(?: .*?)? start with (-?\\d{1,9}) increment by (-?\\d{1,9})\\b.*", Pattern.DOTALL);

    private final SqlStringGenerationContext context;

    AuxiliarySequences(SqlStringGenerationContext context) {
        this.context = context;
    }

    /**
     * Such a sequence.
     *
     * @param options what its statement says beyond that of others
     */
    record Found(Sequence sequence, String options) {}

    /** Empty for objects of another kind. */
    Optional<Found> find(AuxiliaryDatabaseObject object) {
        String[] create = object.sqlCreateStrings(context);
        Matcher match = SEQUENCE.matcher(create.length == 1 ? create[0].strip() : "");
        if (!match.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(match.group(2));
        int increment = Integer.parseInt(match.group(3));
        Dialect dialect = context.getDialect();
        String[] usual = dialect.getSequenceSupport().getCreateSequenceStrings(match.group(1), start, increment);
        return usual.length == 1 && match.group().startsWith(usual[0])
                ? Optional.of(new Found(
                        new Sequence(name(match.group(1)), start, increment),
                        match.group().substring(usual[0].length()).strip()))
                : Optional.empty();
    }

    private static QualifiedName name(String sql) {
        List<Name> parts =
                Stream.of(sql.split("\\.", -1)).map(HibernateNames::ofSql).toList();
        return new QualifiedName(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
    }
}
