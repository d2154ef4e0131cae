package dev.retort.processor.entity;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Hibernate says of a mapping file that is XML, but no mapping; it lists every element there might be instead. */
final class MappingFileErrors {
    private static final Pattern MESSAGE = Pattern.compile(
            "Unable to perform unmarshalling at line number (\\d+) and column \\d+\\. Message: (.*?)"
                    + "(?:\\. Expected elements are .*)? (?:: |\\[)([^\\]\\s]+)\\]?",
            Pattern.DOTALL);

    private MappingFileErrors() {}

    static Optional<Finding> find(List<String> messages) {
        for (String message : messages) {
            Matcher match = MESSAGE.matcher(message.strip());
            if (match.matches()) {
                return Optional.of(Finding.error(
                                FindingId.UnreadableModel,
                                Location.nowhere(),
                                match.group(3) + ":" + match.group(1) + " cannot be read: " + match.group(2))
                        .help("correct the file: Hibernate could not read it either"));
            }
        }
        return Optional.empty();
    }
}
