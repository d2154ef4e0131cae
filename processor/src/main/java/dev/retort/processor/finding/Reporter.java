package dev.retort.processor.finding;

import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Says findings to the compiler. The only class that touches {@link Messager}. */
public final class Reporter {
    private final Messager messager;

    public Reporter(Messager messager) {
        this.messager = messager;
    }

    public void report(Findings findings) {
        findings.all().forEach(this::report);
        findings.notes().forEach(this::note);
        findings.stops().forEach(this::failure);
    }

    /** A fact that is no finding. */
    public void note(String message) {
        messager.printMessage(Diagnostic.Kind.NOTE, message);
    }

    /** Something went wrong that is no fault of the code being compiled. */
    public void failure(String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, "Retort: " + message);
    }

    private void report(Finding finding) {
        Diagnostic.Kind kind = switch (finding.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
        };
        String message = finding.message();
        Location location = finding.location();
        if (location instanceof Location.OfElement at) {
            messager.printMessage(kind, message, at.element());
        } else if (location instanceof Location.OfAnnotation at) {
            messager.printMessage(kind, message, at.element(), at.annotation());
        } else if (location instanceof Location.OfAnnotationValue at) {
            messager.printMessage(kind, message, at.element(), at.annotation(), at.value());
        } else if (location instanceof Location.InBody at) {
            at.print(kind, message);
        } else {
            messager.printMessage(kind, message);
        }
    }
}
