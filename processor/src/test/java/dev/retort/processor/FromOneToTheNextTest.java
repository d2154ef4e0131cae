package dev.retort.processor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The migration from each model to the one after it, on every database that can carry both. */
class FromOneToTheNextTest {

    /** Two models in a row. */
    record Pair(ProofModel first, ProofModel second) {
        @Override
        public String toString() {
            return first + " to " + second;
        }
    }

    static List<Pair> pairs() {
        List<ProofModel> models = ProofModel.chosen();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < models.size(); i++) {
            if (!ProofModel.dialects(models.get(i - 1), models.get(i)).isEmpty()) {
                pairs.add(new Pair(models.get(i - 1), models.get(i)));
            }
        }
        return ProofModel.sample(pairs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void leadsToTheNextAndBack(Pair pair, @TempDir Path directory) throws Exception {
        new Proof(directory, ProofModel.dialects(pair.first(), pair.second()))
                .fromOneToTheNext(pair.first(), pair.second());
    }
}
