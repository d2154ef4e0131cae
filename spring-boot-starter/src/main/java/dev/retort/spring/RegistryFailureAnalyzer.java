package dev.retort.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why there may be no registry, or none that is of use. */
final class RegistryFailureAnalyzer extends AbstractFailureAnalyzer<UnusableRegistryException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableRegistryException cause) {
        return new FailureAnalysis(
                "Retort is to migrate at the start, but " + cause.getMessage() + ".", cause.action(), cause);
    }
}
