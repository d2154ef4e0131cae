package dev.retort.processor.diff;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which table a sequence is named after: {@code users_SEQ} after {@code users}. */
final class SequenceOwners {

    private SequenceOwners() {}

    /** The table with the longest name that is part of the sequence's. */
    static Optional<Table> of(Schema schema, QualifiedName sequence) {
        return schema.tables().stream()
                .filter(table -> isSameSchema(table.name(), sequence)
                        && pattern(table.name().name())
                                .matcher(sequence.name().text())
                                .find())
                .max(Comparator.comparing(table -> table.name().name().text().length()));
    }

    /** What of the model a generator's sequence becomes with its table, where it is not there yet. */
    static Optional<Sequence> successor(
            Schema head, Schema model, Sequence sequence, QualifiedName table, Name newTable) {
        Matcher owner = pattern(table.name()).matcher(sequence.name().name().text());
        if (!isSameSchema(table, sequence.name()) || !owner.find()) {
            return Optional.empty();
        }
        String key =
                owner.replaceFirst(Matcher.quoteReplacement(newTable.text())).toLowerCase(Locale.ROOT);
        boolean isInUse = model.sequence(sequence.name()).isPresent();
        return isInUse
                ? Optional.empty()
                : model.sequences().stream()
                        .filter(wanted -> isSameSchema(wanted.name(), sequence.name())
                                && wanted.name().name().key().equals(key)
                                && head.sequence(wanted.name()).isEmpty())
                        .findFirst();
    }

    /** What a name says beside {@code seq}. */
    static List<String> words(Name sequence) {
        return LikeNames.words(sequence).stream()
                .filter(word -> !List.of("seq", "sequence", "sequences", "generator", "gen", "id")
                        .contains(word))
                .toList();
    }

    private static boolean isSameSchema(QualifiedName some, QualifiedName other) {
        return some.renamed(other.name()).key().equals(other.key());
    }

    private static Pattern pattern(Name table) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(table.text()) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    }
}
