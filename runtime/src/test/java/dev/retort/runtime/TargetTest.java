package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case: target, what is applied, and what is to run, in order. */
class TargetTest {

    private static final RevisionGraph LINE = graph("a1", "a2:a1", "b3:a2", "b4:b3");

    /** Two branches of one base, merged, and one more; registry order goes from one branch to the other and back. */
    private static final RevisionGraph DIAMOND =
            graph("base1", "left1:base1", "right1:base1", "left2:left1", "merge:left2 right1", "top:merge");

    /** Two lines that never meet. */
    private static final RevisionGraph TWO_LINES = graph("x1", "y1", "x2:x1", "y2:y1");

    /** An id that is the beginning of others. */
    private static final RevisionGraph PREFIXES = graph("ab", "abc:ab", "abcd:abc");

    private static RevisionGraph graph(String... revisions) {
        List<Revision> made = new ArrayList<>();
        for (String revision : revisions) {
            String[] parts = revision.split(":");
            List<String> revises = parts.length == 1 ? List.of() : List.of(parts[1].split(" "));
            made.add(new Revision(parts[0], revises, "", "00"));
        }
        return new RevisionGraph(made);
    }

    private static RevisionGraph graphNamed(String name) {
        return switch (name) {
            case "line" -> LINE;
            case "diamond" -> DIAMOND;
            case "two lines" -> TWO_LINES;
            case "prefixes" -> PREFIXES;
            default -> graph();
        };
    }

    private static BitSet set(RevisionGraph graph, String ids) {
        BitSet set = new BitSet();
        if (ids != null) {
            for (String id : ids.split(" ")) {
                set.set(graph.indexOf(id));
            }
        }
        return set;
    }

    private static String upgrade(RevisionGraph graph, String applied, String target) {
        return String.join(
                " ",
                graph.revisions(Target.upgrade(graph, set(graph, applied), target)).stream()
                        .map(Revision::id)
                        .toList());
    }

    private static String downgrade(RevisionGraph graph, String applied, String target) {
        List<String> ids =
                new ArrayList<>(graph.revisions(Target.downgrade(graph, set(graph, applied), target)).stream()
                        .map(Revision::id)
                        .toList());
        Collections.reverse(ids);
        return String.join(" ", ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # graph    | target  | applied                   | runs
                    none       | head    |                           |
                    none       | heads   |                           |
                    none       | base    |                           |
                    line       | head    |                           | a1 a2 b3 b4
                    line       | heads   | a1                        | a2 b3 b4
                    line       | head    | a1 a2 b3 b4               |
                    line       | base    | a1                        |
                    line       | b3      |                           | a1 a2 b3
                    line       | b3      | a1 a2 b3 b4               |
                    line       | a2      | a1                        | a2
                    line       | +1      |                           | a1
                    line       | +2      | a1                        | a2 b3
                    line       | +0      | a1                        |
                    line       | +4      |                           | a1 a2 b3 b4
                    line       | a1+2    |                           | a1 a2 b3
                    line       | base+2  |                           | a1 a2
                    line       | b4-1    |                           | a1 a2 b3
                    line       | head-2  |                           | a1 a2
                    line       | b4-4    |                           |
                    line       | a1+0    |                           | a1
                    prefixes   | ab      |                           | ab
                    prefixes   | abc     | ab                        | abc
                    prefixes   | abcd    | ab                        | abc abcd
                    diamond    | head    |                           | base1 left1 right1 left2 merge top
                    diamond    | to      | base1 left1 right1        | left2 merge top
                    diamond    | left2   |                           | base1 left1 left2
                    diamond    | r       | base1 left1 left2         | right1
                    diamond    | +2      | base1                     | left1 right1
                    diamond    | +1      | base1 left1 left2         | right1
                    diamond    | merge   | base1 right1              | left1 left2 merge
                    diamond    | left1+2 | base1                     | left1 right1 left2 merge
                    two lines  | heads   | x1                        | y1 x2 y2
                    two lines  | y2      | x1                        | y1 y2
                    two lines  | +3      |                           | x1 y1 x2
                    """)
    void upgrades(String graph, String target, String applied, String runs) {
        assertThat(upgrade(graphNamed(graph), applied, target)).isEqualTo(runs == null ? "" : runs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # graph    | target  | applied                              | runs
                    none       | base    |                                      |
                    line       | base    | a1 a2 b3                             | b3 a2 a1
                    line       | base    |                                      |
                    line       | a2      | a1 a2 b3 b4                          | b4 b3
                    line       | a2      | a1 a2                                |
                    line       | head    | a1 a2 b3 b4                          |
                    line       | -1      | a1 a2                                | a2
                    line       | -2      | a1 a2                                | a2 a1
                    line       | -0      | a1 a2                                |
                    line       | b4-3    | a1 a2 b3 b4                          | b4 b3 a2
                    line       | b4-4    | a1 a2 b3 b4                          | b4 b3 a2 a1
                    line       | a1+1    | a1 a2 b3                             | b3
                    line       | base+1  | a1 a2 b3                             | b3 a2
                    line       | head-1  | a1 a2 b3 b4                          | b4
                    prefixes   | ab      | ab abc abcd                          | abcd abc
                    diamond    | base    | base1 left1 right1 left2 merge top   | top merge left2 right1 left1 base1
                    diamond    | merge   | base1 left1 right1 left2 merge top   | top
                    diamond    | left2   | base1 left1 right1 left2 merge top   | top merge
                    diamond    | left1   | base1 left1 right1 left2 merge top   | top merge left2
                    diamond    | right1  | base1 left1 right1 left2 merge top   | top merge
                    diamond    | left1   | base1 left1 right1 left2             | left2
                    diamond    | base1   | base1 left1 right1 left2             | left2 right1 left1
                    diamond    | -1      | base1 left1 right1 left2 merge       | merge
                    diamond    | -2      | base1 left1 right1 left2 merge       | merge left2
                    diamond    | -1      | base1 left1 right1                   | right1
                    diamond    | left2-1 | base1 left1 right1 left2             | left2
                    two lines  | x1      | x1 y1 x2 y2                          | x2
                    two lines  | -1      | x1 y1 x2 y2                          | y2
                    two lines  | base    | x1 y1 y2                             | y2 y1 x1
                    """)
    void downgrades(String graph, String target, String applied, String runs) {
        assertThat(downgrade(graphNamed(graph), applied, target)).isEqualTo(runs == null ? "" : runs);
    }

    @Test
    void ambiguousTargetsListWhereTheyLead() {
        assertThatThrownBy(() -> upgrade(LINE, null, "a"))
                .isInstanceOf(AmbiguousTargetException.class)
                .hasMessage("""
                        target a is ambiguous
                          it leads to a1, a2
                          help: name one of these""");
        assertThatThrownBy(() -> upgrade(TWO_LINES, null, "head"))
                .isInstanceOfSatisfying(
                        AmbiguousTargetException.class,
                        e -> assertThat(e.candidates()).containsExactly("x2", "y2"));
        assertThatThrownBy(() -> downgrade(TWO_LINES, "x1", "heads"))
                .isInstanceOf(AmbiguousTargetException.class)
                .hasMessageContaining("it leads to x2, y2");
        assertThatThrownBy(() -> upgrade(DIAMOND, null, "base1+1"))
                .isInstanceOf(AmbiguousTargetException.class)
                .hasMessageContaining("it leads to left1, right1");
        assertThatThrownBy(() -> downgrade(DIAMOND, "base1", "merge-1"))
                .isInstanceOf(AmbiguousTargetException.class)
                .hasMessageContaining("it leads to right1, left2");
    }

    @Test
    void unknownTargetsOfferNearOnes() {
        assertThatThrownBy(() -> upgrade(DIAMOND, null, "letf1"))
                .isInstanceOf(UnknownTargetException.class)
                .hasMessage("""
                        no revision matches target letf1
                          near it: left1
                          help: name head, heads, base, an id or the beginning of one""");
        assertThatThrownBy(() -> upgrade(DIAMOND, null, "haed"))
                .isInstanceOfSatisfying(
                        UnknownTargetException.class,
                        e -> assertThat(e.candidates()).containsExactly("head"));
        assertThatThrownBy(() -> upgrade(DIAMOND, null, "rigt"))
                .isInstanceOfSatisfying(
                        UnknownTargetException.class,
                        e -> assertThat(e.candidates()).containsExactly("right1"));
        assertThatThrownBy(() -> downgrade(DIAMOND, null, "zzzzzzz"))
                .isInstanceOfSatisfying(
                        UnknownTargetException.class,
                        e -> assertThat(e.candidates()).isEmpty());
    }

    @Test
    void stepsTooFarAreCounted() {
        assertThatThrownBy(() -> upgrade(LINE, "a1", "+4"))
                .isInstanceOf(TargetOutOfRangeException.class)
                .hasMessage("""
                        target +4 goes too far
                          revisions pending: 3
                          help: take no more steps than that""");
        assertThatThrownBy(() -> downgrade(LINE, "a1", "-2"))
                .isInstanceOf(TargetOutOfRangeException.class)
                .hasMessageContaining("revisions applied: 1\n  help: ");
        assertThatThrownBy(() -> upgrade(LINE, null, "b3+2"))
                .isInstanceOfSatisfying(
                        TargetOutOfRangeException.class,
                        e -> assertThat(e.available()).isEqualTo(1));
        assertThatThrownBy(() -> upgrade(LINE, null, "b3-4"))
                .isInstanceOfSatisfying(
                        TargetOutOfRangeException.class,
                        e -> assertThat(e.available()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "-", "a1+", "a1+x", "+1+", "+99999999999"})
    void whatIsNoTargetIsRefused(String target) {
        assertThatThrownBy(() -> upgrade(LINE, null, target))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void theOtherWayIsRefused() {
        assertThatThrownBy(() -> upgrade(LINE, "a1", "-1"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("""
                        cannot upgrade by -1
                          it leads the other way
                          help: use downgrade""");
        assertThatThrownBy(() -> downgrade(LINE, "a1", "+1")).isInstanceOf(InvalidTargetException.class);
        assertThatThrownBy(() -> downgrade(LINE, "a1", "b3"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("cannot downgrade to b3\n  it is not applied");
    }
}
