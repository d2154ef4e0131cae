package dev.retort.processor.chain;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.DeclaredRevision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An id that a target could not name, a parent named twice, or a class that is no migration. */
final class InvalidRevision implements ChainRule {
    private static final int LONGEST = 64;
    private static final String SPECIAL = "@-+:~";
    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    @Override
    public void check(List<DeclaredRevision> revisions, Findings findings) {
        for (DeclaredRevision revision : revisions) {
            fault(revision.id())
                    .ifPresent(fault -> findings.add(
                            Finding.error(FindingId.InvalidRevision, revision.place(), "revision id " + fault)
                                    .help("choose 1 to 64 characters, none of them white space or @ - + : ~,"
                                            + " such as 12 hexadecimal digits")));
            if (!revision.isMigration()) {
                findings.add(Finding.error(
                                FindingId.InvalidRevision,
                                revision.place(),
                                "class " + revision.simpleName()
                                        + " has @Migration but does not implement SchemaMigration")
                        .help("declare it as\nfinal class " + revision.simpleName() + " implements SchemaMigration"));
            }
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < revision.revises().size(); i++) {
                if (!seen.add(revision.revises().get(i))) {
                    findings.add(Finding.error(
                                    FindingId.InvalidRevision,
                                    revision.parentPlaces().get(i),
                                    "revision " + revision.describe() + " revises "
                                            + revision.revises().get(i) + " twice")
                            .help("name it once"));
                }
            }
        }
    }

    static Optional<String> fault(String id) {
        if (id.isBlank()) {
            return Optional.of("is blank");
        }
        if (id.length() > LONGEST) {
            return Optional.of("has " + id.length() + " characters, over " + LONGEST);
        }
        if (RESERVED.contains(id)) {
            return Optional.of("\"" + id + "\" is a word with a meaning of its own, as in upgrade head");
        }
        return id.codePoints()
                .filter(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || SPECIAL.indexOf(c) >= 0)
                .mapToObj(c -> SPECIAL.indexOf(c) >= 0
                        ? "\"" + id + "\" contains " + Character.toString(c)
                                + ", which has a meaning in targets such as head-1"
                        : "\""
                                + id.codePoints()
                                        .map(p -> Character.isISOControl(p) ? '\ufffd' : p)
                                        .collect(
                                                StringBuilder::new,
                                                StringBuilder::appendCodePoint,
                                                StringBuilder::append)
                                + "\" contains white space")
                .findFirst();
    }
}
