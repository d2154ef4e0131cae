package dev.retort.processor.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What the model wants against what the migrations have, where nothing stands for two. Equals find each other first;
 * what is left may stand near something that was meant for it.
 *
 * @param missing wanted and not there, in the order given
 * @param surplus there, and neither wanted nor near
 */
record Matching<T>(List<Missing<T>> missing, List<T> surplus) {

    /** @param near what stands in the place of it, with another name or content */
    record Missing<T>(T wanted, Optional<T> near) {}

    /**
     * Pairs both sides. Of the wanted, those that ask for most must come first.
     *
     * @param same given one of the migrations and one that is wanted
     * @param near the same, for what is not equal
     */
    static <T> Matching<T> of(List<T> declared, List<T> wanted, BiPredicate<T, T> same, BiPredicate<T, T> near) {
        List<T> unmatched = new ArrayList<>(declared);
        Set<T> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (T each : wanted) {
            take(unmatched, each, same).ifPresent(match -> found.add(each));
        }
        List<Missing<T>> missing = new ArrayList<>();
        for (T each : wanted) {
            if (!found.contains(each)) {
                missing.add(new Missing<>(each, take(unmatched, each, near)));
            }
        }
        return new Matching<>(missing, unmatched);
    }

    private static <T> Optional<T> take(List<T> unmatched, T wanted, BiPredicate<T, T> test) {
        Optional<T> match =
                unmatched.stream().filter(each -> test.test(each, wanted)).findFirst();
        match.ifPresent(unmatched::remove);
        return match;
    }
}
