package dev.retort.processor.finding;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** A place in the source that a message points at. */
public sealed interface Location {

    /** What it is in or at, for annotations to speak of. */
    Optional<Element> enclosing();

    /** {@code AddUsers.java:23}, where that can be said. */
    default Optional<String> describe() {
        return Optional.empty();
    }

    /** No place: the message stands alone. */
    record Nowhere() implements Location {
        @Override
        public Optional<Element> enclosing() {
            return Optional.empty();
        }
    }

    record OfElement(Element element) implements Location {
        @Override
        public Optional<Element> enclosing() {
            return Optional.of(element);
        }
    }

    record OfAnnotation(Element element, AnnotationMirror annotation) implements Location {
        @Override
        public Optional<Element> enclosing() {
            return Optional.of(element);
        }
    }

    record OfAnnotationValue(Element element, AnnotationMirror annotation, AnnotationValue value) implements Location {
        @Override
        public Optional<Element> enclosing() {
            return Optional.of(element);
        }
    }

    /** A place inside a body, which only the reader of syntax trees can print at. */
    non-sealed interface InBody extends Location {
        void print(Diagnostic.Kind kind, String message);
    }

    static Location nowhere() {
        return new Nowhere();
    }

    static Location of(Element element) {
        return new OfElement(element);
    }
}
