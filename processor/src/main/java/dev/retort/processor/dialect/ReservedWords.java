package dev.retort.processor.dialect;

import java.util.Set;

/** Words that cannot name a table or column without quotes. */
final class ReservedWords {

    /**
     * SQLite's keywords but for those its parser takes as names everywhere (SQLite, lang_keywords; the fallback list of
     * its grammar). Some of these are refused in some places only: {@code cast} in a condition, {@code if} as a table.
     * Quoting one too many would do no harm: names are compared without regard to case.
     */
    static final Set<String> SQLITE = words("""
            add all alter and as autoincrement between case cast check collate commit constraint create cross
            current_date current_time current_timestamp default deferrable delete distinct drop else escape except
            exists foreign from full group having if in index inner insert intersect into is isnull join left limit
            natural not nothing notnull null on or order outer primary raise references returning right select set table
            then to transaction union unique update using values when where""");

    /**
     * What H2 refuses as the name of a column or table; the same in 2.3, 2.4 and 2.5. Less than its documented keywords,
     * some of which ({@code top}, {@code groups}) it refuses nowhere in DDL. Quoting one too many would do harm: a
     * quoted name keeps its case, others become upper case, as they do in the SQL that Hibernate writes.
     */
    static final Set<String> H2 = words("""
            _rowid_ all and any array as asymmetric authorization between case cast check constraint cross
            current_catalog current_date current_path current_role current_schema current_time current_timestamp
            current_user day default distinct else end except exists false fetch for foreign from full group having hour
            if in inner intersect interval is join key left like limit localtime localtimestamp minus minute month
            natural not null offset on or order primary qualify right row rownum second select session_user set some
            symmetric system_user table to true uescape union unique unknown user using value values when where window
            with year""");

    private ReservedWords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
