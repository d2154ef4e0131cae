package dev.retort.processor;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first migration of each model, on every database that can carry it. */
class FromNothingTest {

    static List<ProofModel> models() {
        return ProofModel.sample(ProofModel.chosen());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void leadsToTheModelAndBack(ProofModel model, @TempDir Path directory) throws Exception {
        new Proof(directory, ProofModel.dialects(model)).fromNothing(model);
    }
}
