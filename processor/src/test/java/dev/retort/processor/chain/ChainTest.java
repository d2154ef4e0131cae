package dev.retort.processor.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.read.DeclaredRevision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainTest {

    /** Written as {@code id<parent,parent}. */
    private static List<DeclaredRevision> chain(String... written) {
        return Arrays.stream(written).map(ChainTest::revision).toList();
    }

    private static DeclaredRevision revision(String written) {
        int less = written.indexOf('<');
        String id = less < 0 ? written : written.substring(0, less);
        List<String> parents =
                less < 0 ? List.of() : List.of(written.substring(less + 1).split(","));
        return revision(id, parents);
    }

    private static DeclaredRevision revision(String id, List<String> parents) {
        return new DeclaredRevision(
                id,
                parents,
                "",
                "app.R" + id,
                true,
                Location.nowhere(),
                Collections.nCopies(parents.size(), Location.nowhere()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a                       | a",
                "c<b b<a a               | a b c",
                "a c<a b<a d<c,b         | a b c d",
                "z<y x y<x               | x y z",
                "a b<a c<b d<a e<d,c     | a b c d e",
            })
    void ordersParentsFirstAndThenById(String written, String order) {
        Findings findings = new Findings();
        RevisionGraph graph = Chain.verify(chain(written.split(" ")), findings).orElseThrow();

        assertThat(findings.all()).isEmpty();
        assertThat(graph.inOrder()).extracting(DeclaredRevision::id).containsExactly(order.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a missing parent may be the other head under a name mistyped
                "a b<a c<x              | MissingRevision",
                "a b<a c<x d<a e<a      | MissingRevision MultipleHeads MultipleHeads MultipleHeads MultipleHeads",
                "a b<a c<a              | MultipleHeads MultipleHeads",
                "a b c<a,b              | MultipleBases MultipleBases",
                "a a                    | DuplicateRevision DuplicateRevision MultipleBases MultipleBases",
                "a b<a,d c<b d<c        | RevisionCycle",
                "a b<a,c c<b,b          | InvalidRevision RevisionCycle",
                "a b<a,b d<b,e e<d      | RevisionCycle RevisionCycle",
            })
    void namesEveryFault(String written, String ids) {
        Findings findings = new Findings();

        assertThat(Chain.verify(chain(written.split(" ")), findings)).isEmpty();
        assertThat(findings.all()).extracting(finding -> finding.id().name()).containsExactlyInAnyOrder(ids.split(" "));
    }

    @Test
    void anEmptyChainHasNoHead() {
        assertThat(Chain.verify(List.of(), new Findings()).orElseThrow().head()).isEmpty();
    }

    @Test
    void fiveThousandInALineAreVerifiedWithoutDeepRecursion() throws InterruptedException {
        List<DeclaredRevision> line = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            line.add(revision("r" + i, i == 0 ? List.of() : List.of("r" + (i - 1))));
        }
        Collections.shuffle(line, new Random(1));

        RevisionGraph graph = onSmallStack(line).orElseThrow();

        assertThat(graph.inOrder()).hasSize(5_000);
        assertThat(graph.head().orElseThrow().id()).isEqualTo("r4999");
        assertThat(graph.lineage("r4999")).hasSize(5_000);
    }

    @Test
    void aCycleOfFiveThousandIsSaidOnce() {
        List<DeclaredRevision> ring = IntStream.range(0, 5_000)
                .mapToObj(i -> revision("r" + i, List.of("r" + (i + 4_999) % 5_000)))
                .toList();
        Findings findings = new Findings();

        assertThat(Chain.verify(ring, findings)).isEmpty();
        assertThat(findings.all()).extracting(Finding::id).containsExactly(FindingId.RevisionCycle);
    }

    @Test
    void aMergeOfFiveThousandIsVerified() throws InterruptedException {
        List<DeclaredRevision> wide = new ArrayList<>(List.of(revision("base1", List.of())));
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            wide.add(revision("r" + i, List.of("base1")));
            branches.add("r" + i);
        }
        wide.add(revision("merge", branches));

        RevisionGraph graph = onSmallStack(wide).orElseThrow();

        assertThat(graph.head().orElseThrow().id()).isEqualTo("merge");
        assertThat(graph.inOrder()).hasSize(5_002);
    }

    /** Recursion a few hundred deep would overflow it. */
    private static Optional<RevisionGraph> onSmallStack(List<DeclaredRevision> revisions) throws InterruptedException {
        List<Optional<RevisionGraph>> result = new ArrayList<>();
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.add(Chain.verify(revisions, new Findings()));
                    } catch (StackOverflowError tooDeep) {
                        thrown.add(tooDeep);
                    }
                },
                "small stack",
                180_000);
        thread.start();
        thread.join();
        assertThat(thrown).isEmpty();
        return result.get(0);
    }

    @Property(tries = 300)
    void orderHoldsForAnyGraphWithoutCycles(@ForAll @IntRange(min = 1, max = 30) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<DeclaredRevision> revisions = new ArrayList<>(List.of(revision("r0", List.of())));
        Set<String> revised = new HashSet<>();
        for (int i = 1; i < size; i++) {
            Set<String> parents = new HashSet<>();
            for (int parent = random.nextInt(3) + 1; parent > 0; parent--) {
                parents.add("r" + random.nextInt(i));
            }
            revised.addAll(parents);
            revisions.add(revision("r" + i, List.copyOf(parents)));
        }
        List<String> heads = revisions.stream()
                .map(DeclaredRevision::id)
                .filter(id -> !revised.contains(id))
                .toList();
        revisions.add(revision("merge", heads));
        Collections.shuffle(revisions, random);

        RevisionGraph graph = Chain.verify(revisions, new Findings()).orElseThrow();

        Set<String> seen = new HashSet<>();
        for (DeclaredRevision revision : graph.inOrder()) {
            assertThat(seen).containsAll(revision.revises());
            seen.add(revision.id());
        }
        assertThat(seen).hasSize(size + 1);
        assertThat(graph.head().orElseThrow().id()).isEqualTo("merge");
    }
}
