package dev.retort.processor.finding;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** A place in the source that a message points at. */
public sealed interface Location {

    /** No place: the message stands alone. */
    record Nowhere() implements Location {}

    record OfElement(Element element) implements Location {}

    record OfAnnotation(Element element, AnnotationMirror annotation) implements Location {}

    record OfAnnotationValue(Element element, AnnotationMirror annotation, AnnotationValue value) implements Location {}

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
