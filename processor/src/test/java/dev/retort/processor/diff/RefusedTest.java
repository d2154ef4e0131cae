package dev.retort.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing vanishes among what cannot be had. */
class RefusedTest {
    private static final String READ = "table a is still read by view v";

    private final Refused refused = new Refused();

    @Test
    void saysWhatIsRefusedTooOften() {
        refused.add("drop a table", "a", READ);

        assertThat(refused.beyondBounds(Map.of("drop a table", 49)))
                .noneMatch(line -> line.startsWith("drop a table: "));
        assertThat(refused.beyondBounds(Map.of("drop a table", 48)))
                .contains("drop a table: 1 of 49, as a: table a is still read by view v");
        assertThat(refused.beyondBounds(Map.of())).contains("drop a table: 1 of 1, as a: " + READ);
    }

    @Test
    void saysWhatIsRefusedForAnotherReason() {
        refused.add("drop a table", "a", READ);
        refused.add("drop a table", "b", "there is no table b");

        assertThat(refused.beyondBounds(Map.of("drop a table", 1000)))
                .contains("another reason: b: there is no table b")
                .noneMatch(line -> line.contains(READ));
    }

    @Test
    void saysWhatIsRefusedOfAKindThatNeverIs() {
        refused.add("drop a check", "a", READ);

        assertThat(refused.beyondBounds(Map.of("drop a check", 100_000)))
                .contains("drop a check: 1 of 100001, as a: " + READ, "another reason: a: " + READ);
    }

    @Test
    void saysWhatIsNoLongerRefused() {
        refused.add("drop a table", "a", READ);

        assertThat(refused.beyondBounds(Map.of("drop a table", 1000)))
                .contains("rename a table: is no longer refused")
                .doesNotContain("drop a table: is no longer refused");
    }
}
