package dev.retort.processor.read;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.finding.Suggestions;
import java.util.List;
import java.util.stream.Stream;

/** What somebody may have meant by a word that is no dialect. */
public final class Families {

    private Families() {}

    /**
     * A question for a help.
     *
     * @param declared with or without a version
     * @return empty when the word is a dialect, or like none that SQL is written for
     */
    public static String near(String declared) {
        String word = declared.trim().replaceFirst(":.*", "");
        if (Family.ofWord(word).isPresent()) {
            return "";
        }
        List<String> words = Stream.of(Family.values())
                .filter(Family::isRendered)
                .map(Family::word)
                .toList();
        List<String> near = Suggestions.near(word, words);
        return near.isEmpty() ? "" : "did you mean " + String.join(", or ", near) + "?";
    }
}
