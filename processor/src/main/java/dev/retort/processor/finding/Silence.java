package dev.retort.processor.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** {@code @SuppressWarnings("retort:<Id>")} at a finding's place or around it. */
public final class Silence {
    private static final String PREFIX = "retort:";

    private Silence() {}

    public static boolean covers(Finding finding) {
        return covers(finding.id(), finding.location());
    }

    /** Whether a finding there would be silenced. */
    public static boolean covers(FindingId id, Location place) {
        if (!id.canBeSilenced()) {
            return false;
        }
        Optional<Element> at = place.enclosing();
        while (at.isPresent()) {
            if (ids(at.get()).contains(id.name())) {
                return true;
            }
            at = Optional.ofNullable(at.get().getEnclosingElement());
        }
        return false;
    }

    /** What follows {@code retort:} in the warnings that an element suppresses, an id or not. */
    public static List<String> ids(Element element) {
        List<String> ids = new ArrayList<>();
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals("java.lang.SuppressWarnings")) {
                annotation
                        .getElementValues()
                        .values()
                        .forEach(value -> texts(value)
                                .filter(text -> text.startsWith(PREFIX))
                                .forEach(text -> ids.add(text.substring(PREFIX.length()))));
            }
        }
        return ids;
    }

    private static java.util.stream.Stream<String> texts(AnnotationValue value) {
        return value.getValue() instanceof List<?> list
                ? list.stream().map(each -> String.valueOf(((AnnotationValue) each).getValue()))
                : java.util.stream.Stream.of(String.valueOf(value.getValue()));
    }
}
