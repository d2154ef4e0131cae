package dev.retort.runtime;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** What the compiler expects the catalogue of a database to say once some revisions are applied. */
final class ExpectedCatalogue {

    private ExpectedCatalogue() {}

    /** Of revisions that come with all that they revise. */
    static Map<String, String> of(MigrationRegistry registry, RevisionGraph graph, BitSet applied, String dialect) {
        Map<String, String> items = new TreeMap<>();
        for (Revision revision : graph.revisions(applied)) {
            for (String line : registry.plan(revision.id()).catalogue(dialect).split("\n", -1)) {
                if (line.startsWith("-")) {
                    items.remove(plain(line.substring(1)));
                } else if (!line.isEmpty()) {
                    int tab = line.indexOf('\t');
                    items.put(plain(line.substring(1, tab)), plain(line.substring(tab + 1)));
                }
            }
        }
        return items;
    }

    private static String plain(String escaped) {
        return escaped.indexOf('\\') < 0 ? escaped : escaped.translateEscapes();
    }
}
