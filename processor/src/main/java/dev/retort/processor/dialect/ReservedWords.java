package dev.retort.processor.dialect;

import java.util.Set;

/** Words that cannot name a table or column without quotes. */
final class ReservedWords {

    /**
     * SQLite's keywords but for those its parser takes as names too (SQLite, lang_keywords; the fallback list of its
     * grammar). Quoting one too many would do no harm: names are compared without regard to case.
     */
    static final Set<String> SQLITE = words("""
            add all alter and as autoincrement between case check collate commit constraint create cross current_date
            current_time current_timestamp default deferrable delete distinct drop else escape exists foreign from full
            group having in index inner insert intersect into is isnull join left limit natural not notnull nothing null
            on or order outer primary references returning right select set table then to transaction union unique
            update using values when where except if""");

    /**
     * H2's keywords (H2 2.4, Advanced, Keywords). Quoting one too many would do harm: a quoted name keeps its case,
     * others become upper case.
     */
    static final Set<String> H2 = words("""
            all and any array as asymmetric authorization between both case cast check constraint cross current_catalog
            current_date current_path current_role current_schema current_time current_timestamp current_user day
            default distinct else end except exists false fetch for foreign from full group groups having hour if ilike
            in inner intersect interval is join key leading left like limit localtime localtimestamp minus minute month
            natural not null offset on or order over partition primary qualify range regexp right row rownum rows second
            select session_user set some symmetric system_user table to top trailing true uescape union unique unknown
            user using value values when where window with year _rowid_""");

    private ReservedWords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
