package dev.retort.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one catalogue says otherwise than another. */
final class CatalogueDifference {
    private CatalogueDifference() {}

    /** One line for each item, sorted by item; empty when both say the same. */
    static List<String> between(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> items = new TreeSet<>(before.keySet());
        items.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String item : items) {
            String was = before.get(item);
            String is = now.get(item);
            if (is == null) {
                lines.add("missing: " + told(item, was));
            } else if (was == null) {
                lines.add("left over: " + told(item, is));
            } else if (!was.equals(is)) {
                lines.add("different: " + item + " is " + is + ", was " + was);
            }
        }
        return lines;
    }

    private static String told(String item, @Nullable String detail) {
        return detail == null || detail.isEmpty() ? item : item + " " + detail;
    }
}
