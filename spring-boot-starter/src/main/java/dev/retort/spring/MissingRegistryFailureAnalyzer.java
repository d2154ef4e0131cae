package dev.retort.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why there may be no registry. */
final class MissingRegistryFailureAnalyzer extends AbstractFailureAnalyzer<MissingRegistryException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingRegistryException cause) {
        return new FailureAnalysis(
                "Retort is to migrate at the start, but " + cause.getMessage() + ".",
                MissingRegistryException.ACTION,
                cause);
    }
}
