package dev.retort.processor.read;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.Silence;
import dev.retort.processor.finding.Suggestions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Finds suppressions of what is no finding, or of one that has to be heard: they would silence nothing, unnoticed. */
public final class Suppressions {
    private static final List<String> IDS =
            Arrays.stream(FindingId.values()).map(FindingId::name).toList();

    private Suppressions() {}

    public static void check(Declarations declarations, Findings findings) {
        Set<Element> seen = new HashSet<>();
        Stream.of(declarations.mapped(), declarations.migrations(), declarations.environments())
                .flatMap(List::stream)
                .filter(element -> element.getKind() != ElementKind.PACKAGE)
                .map(Suppressions::outermost)
                .forEach(type -> check(type, seen, findings));
    }

    /** A suppression around a class silences what is found in it. */
    private static Element outermost(Element type) {
        Element outermost = type;
        Element around = type.getEnclosingElement();
        while (around != null && around.getKind() != ElementKind.PACKAGE) {
            outermost = around;
            around = around.getEnclosingElement();
        }
        return outermost;
    }

    private static void check(Element element, Set<Element> seen, Findings findings) {
        if (!seen.add(element)) {
            return;
        }
        for (String id : Silence.ids(element)) {
            problem(element, id).ifPresent(findings::add);
        }
        element.getEnclosedElements().forEach(enclosed -> check(enclosed, seen, findings));
    }

    private static Optional<Finding> problem(Element element, String id) {
        if (!IDS.contains(id)) {
            List<String> near = Suggestions.near(id, IDS);
            return Optional.of(Finding.warning(
                            FindingId.InvalidSuppression,
                            Location.of(element),
                            "\"retort:" + id + "\" names no finding")
                    .help(near.isEmpty() ? "remove it" : "did you mean " + String.join(", or ", near) + "?"));
        }
        return FindingId.valueOf(id).canBeSilenced()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                                FindingId.InvalidSuppression,
                                Location.of(element),
                                id + " cannot be silenced: what it reports has to be put right")
                        .help("remove \"retort:" + id + "\""));
    }
}
