package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    private static final int MANY = 5_000;

    private static Revision revision(String id, List<String> revises) {
        return new Revision(id, revises, "", "00");
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        IntStream.of(members).forEach(set::set);
        return set;
    }

    @Test
    void fiveThousandInALine() {
        List<Revision> line = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            line.add(revision("r" + i, i == 0 ? List.of() : List.of("r" + (i - 1))));
        }
        RevisionGraph graph = new RevisionGraph(line);
        assertThat(graph.descendants(0).cardinality()).isEqualTo(4_999);
        assertThat(graph.descendants(4_999).cardinality()).isZero();
        assertThat(graph.withAncestors(set(4_999)).cardinality()).isEqualTo(5_000);
        assertThat(graph.headsOf(graph.all())).isEqualTo(set(4_999));
        assertThat(graph.bases()).isEqualTo(set(0));
        assertThat(Target.downgrade(graph, graph.all(), "-4999").cardinality()).isEqualTo(4_999);
        assertThat(Target.upgrade(graph, set(), "r0+4999").cardinality()).isEqualTo(5_000);
    }

    @Test
    void fiveThousandWide() {
        List<Revision> fan = new ArrayList<>(List.of(revision("base", List.of())));
        List<String> branches =
                IntStream.range(0, MANY).mapToObj(i -> "branch" + i).toList();
        branches.forEach(branch -> fan.add(revision(branch, List.of("base"))));
        fan.add(revision("merge", branches));
        RevisionGraph graph = new RevisionGraph(fan);
        assertThat(graph.descendants(0).cardinality()).isEqualTo(5_001);
        assertThat(graph.withAncestors(set(5_001)).cardinality()).isEqualTo(5_002);
        assertThat(graph.parents(5_001).cardinality()).isEqualTo(5_000);
        assertThat(graph.children(0).cardinality()).isEqualTo(5_000);
        assertThat(Target.downgrade(graph, graph.all(), "-1")).isEqualTo(set(5_001));
    }

    @Test
    void refusesAnOrderThatIsNone() {
        Revision a = revision("a", List.of());
        Revision b = revision("b", List.of("a"));
        assertThatThrownBy(() -> new RevisionGraph(List.of(b, a)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("revision b does not come after a, which it revises");
        assertThatThrownBy(() -> new RevisionGraph(List.of(a, b, b)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("revision b is there twice");
        assertThat(new RevisionGraph(List.of(a, b)).size()).isEqualTo(2);
    }
}
