package dev.retort.commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.Revision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Graphs as data: {@code id <- parents}, the oldest first, and how they are drawn. */
class GraphDrawingTest {

    private static String draw(String... graph) {
        List<Revision> revisions = new ArrayList<>();
        for (String line : graph) {
            String[] words = line.split(" ");
            revisions.add(new Revision(words[0], List.of(words).subList(1, words.length), "", ""));
        }
        return GraphDrawing.draw(revisions, Revisions.Marks.NONE, Revision::id);
    }

    @Test
    void aLine() {
        assertThat(draw("a", "b a", "c b")).isEqualTo("""
                *  c
                *  b
                *  a""");
    }

    @Test
    void branchesThatMerge() {
        assertThat(draw("a", "b a", "c a", "d b c", "e d")).isEqualTo("""
                *    e
                *    d
                |-\\
                | *  c
                * |  b
                |-/
                *    a""");
    }

    @Test
    void headsThatDoNotMerge() {
        assertThat(draw("a", "b a", "c a", "d a")).isEqualTo("""
                *      d
                | *    c
                | | *  b
                |-+-/
                *      a""");
    }

    @Test
    void aMergeOfThree() {
        assertThat(draw("a", "b a", "c a", "d a", "e b c d")).isEqualTo("""
                *      e
                |-+-\\
                | | *  d
                | * |  c
                * | |  b
                |-+-/
                *      a""");
    }

    @Test
    void aBranchInsideABranch() {
        assertThat(draw("a", "b a", "c b", "d b", "e c d", "f a", "g e f")).isEqualTo("""
                *      g
                |-\\
                | *    f
                * |    e
                |-|-\\
                | | *  d
                * | |  c
                |-|-/
                * |    b
                |-/
                *      a""");
    }

    @Test
    void severalBases() {
        assertThat(draw("a", "b", "c a b", "d")).isEqualTo("""
                *    d
                *    c
                |-\\
                | *  b
                *    a""");
    }

    @Test
    void aPartOfAGraphWithoutWhatIsBelow() {
        assertThat(draw("b a", "c b")).isEqualTo("""
                *  c
                *  b""");
    }

    @Test
    void labelsOfSeveralLines() {
        List<Revision> revisions = List.of(
                new Revision("a", List.of(), "", ""),
                new Revision("b", List.of("a"), "", ""),
                new Revision("c", List.of("a"), "", ""),
                new Revision("d", List.of("b", "c"), "", ""));
        assertThat(GraphDrawing.draw(revisions, Revisions.Marks.NONE, revision -> revision.id() + "\n  more\n  still"))
                .isEqualTo("""
                        *    d
                        |-\\    more
                        | |    still
                        | *  c
                        | |    more
                        | |    still
                        * |  b
                        | |    more
                        | |    still
                        |-/
                        *    a
                               more
                               still""");
    }
}
