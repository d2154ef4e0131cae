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

    /**
     * The categories R and T of {@code pg_get_keywords()} in PostgreSQL 18. Quoting one too many would do harm, as with
     * H2: others become lower case.
     */
    static final Set<String> POSTGRESQL = words("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check
            collate collation column concurrently constraint create cross current_catalog current_date
            current_role current_schema current_time current_timestamp current_user default deferrable desc
            distinct do else end except false fetch for foreign freeze from full grant group having ilike in
            initially inner intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
            references returning right select session_user similar some symmetric system_user table
            tablesample then to trailing true union unique user using variadic verbose when where window
            with""");

    /**
     * What MariaDB 11.4 refuses as the name of a table, a column, or a column in a condition or key, also in mode
     * {@code IGNORE_SPACE}, which reserves the names of functions. One too many would do no harm: the case of a name stays
     * as it is, quoted or not.
     */
    static final Set<String> MARIADB = words("""
            accessible add adddate all alter analyze and as asc asensitive before between bigint binary
            bit_and bit_or bit_xor blob both by call cascade case cast change char character check collate
            column condition constraint continue convert count create cross cume_dist curdate current_date
            current_role current_time current_timestamp current_user cursor curtime databases date_add
            date_sub day_hour day_microsecond day_minute day_second dec decimal declare default delayed
            delete delete_domain_id dense_rank desc describe deterministic distinct distinctrow div
            do_domain_ids double drop dual each else elseif enclosed escaped except exists exit explain
            extract false fetch first_value float float4 float8 for force foreign from fulltext grant group
            group_concat having high_priority hour_microsecond hour_minute hour_second if ignore
            ignore_domain_ids in index infile inner inout insensitive insert int int1 int2 int3 int4 int8
            integer intersect interval into is iterate join json_arrayagg json_objectagg key keys kill lag
            lead leading leave left like limit linear lines load localtime localtimestamp lock long longblob
            longtext loop low_priority master_demote_to_replica master_demote_to_slave
            master_ssl_verify_server_cert match max maxvalue mediumblob mediumint mediumtext mid middleint
            min minute_microsecond minute_second mod modifies natural no_write_to_binlog not now nth_value
            ntile null numeric offset on optimize optionally or order out outer outfile over page_checksum
            parse_vcol_expr partition percent_rank percentile_cont percentile_disc portion position
            precision primary procedure purge range rank read read_write reads real recursive ref_system_id
            references regexp release rename repeat replace require resignal restrict return returning
            revoke right rlike row_number rows schemas second_microsecond select sensitive separator
            session_user set show signal smallint spatial specific sql sql_after_gtids sql_before_gtids
            sql_big_result sql_buffer_result sql_cache sql_calc_found_rows sql_no_cache sql_small_result
            sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc stats_persistent
            stats_sample_pages std stddev stddev_pop stddev_samp straight_join subdate substr substring sum
            sysdate system_user table terminated then tinyblob tinyint tinytext to trailing trigger trim
            true undo union unique unlock unsigned update usage use using utc_date utc_time utc_timestamp
            value values var_pop var_samp varbinary varchar varcharacter variance varying when where while
            with write xor year_month zerofill""");

    /** Reserved in any version from 8.0 to 9.7 (MySQL, Keywords and Reserved Words). Functions as with MariaDB. */
    static final Set<String> MYSQL = words("""
            accessible add adddate all alter analyze and as asc asensitive before between bigint binary
            bit_and bit_or bit_xor blob both by call cascade case change char character check collate column
            condition constraint continue convert count create cross cube cume_dist curdate current_date
            current_time current_timestamp current_user cursor curtime database databases date_add date_sub
            day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete
            dense_rank desc describe deterministic distinct distinctrow div double drop dual each else
            elseif empty enclosed escaped except exists exit explain external extract false fetch
            first_value float float4 float8 for force foreign from fulltext function generated get grant
            group group_concat grouping groups having high_priority hour_microsecond hour_minute hour_second
            if ignore in index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer
            intersect interval into io_after_gtids io_before_gtids is iterate join json_arrayagg
            json_objectagg json_table key keys kill lag last_value lateral lead leading leave left library
            like limit linear lines load localtime localtimestamp lock long longblob longtext loop
            low_priority manual master_bind master_ssl_verify_server_cert match max maxvalue mediumblob
            mediumint mediumtext mid middleint min minute_microsecond minute_second mod modifies natural
            no_write_to_binlog not now nth_value ntile null numeric of on optimize optimizer_costs option
            optionally or order out outer outfile over parallel partition percent_rank position precision
            primary procedure purge qualify range rank read read_write reads real recursive references
            regexp release rename repeat replace require resignal restrict return revoke right rlike row
            row_number rows schema schemas second_microsecond select sensitive separator session_user set
            show signal smallint spatial specific sql sql_big_result sql_calc_found_rows sql_small_result
            sqlexception sqlstate sqlwarning ssl starting std stddev stddev_pop stddev_samp stored
            straight_join subdate substr substring sum sysdate system system_user table tablesample
            terminated then tinyblob tinyint tinytext to trailing trigger trim true undo union unique unlock
            unsigned update usage use using utc_date utc_time utc_timestamp values var_pop var_samp
            varbinary varchar varcharacter variance varying virtual when where while window with write xor
            year_month zerofill""");

    private ReservedWords() {}

    /** Transact-SQL Reference, Reserved Keywords. One too many would do no harm: the case of a name is never looked at. */
    static final Set<String> SQLSERVER = words("""
            add all alter and any as asc authorization backup begin between break browse bulk by cascade case check
            checkpoint close clustered coalesce collate column commit compute constraint contains containstable
            continue convert create cross current current_date current_time current_timestamp current_user cursor
            database dbcc deallocate declare default delete deny desc disk distinct distributed double drop dump else
            end errlvl escape except exec execute exists exit external fetch file fillfactor for foreign freetext
            freetexttable from full function goto grant group having holdlock identity identity_insert identitycol if
            in index inner insert intersect into is join key kill left like lineno load merge national nocheck
            nonclustered not null nullif of off offsets on open opendatasource openquery openrowset openxml option or
            order outer over percent pivot plan precision primary print proc procedure public raiserror read readtext
            reconfigure references replication restore restrict return revert revoke right rollback rowcount
            rowguidcol rule save schema securityaudit select semantickeyphrasetable semanticsimilaritydetailstable
            semanticsimilaritytable session_user set setuser shutdown some statistics system_user table tablesample
            textsize then to top tran transaction trigger truncate try_convert tsequal union unique unpivot update
            updatetext use user values varying view waitfor when where while with within writetext""");

    /**
     * SQL Language Reference, Oracle SQL Reserved Words. Quoting one too many would do harm, as with H2: others become
     * upper case.
     */
    static final Set<String> ORACLE = words("""
            access add all alter and any as asc audit between by char check cluster column column_value comment
            compress connect create current date decimal default delete desc distinct drop else exclusive exists file
            float for from grant group having identified immediate in increment index initial insert integer intersect
            into is level like lock long maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not
            nowait null number of offline on online option or order pctfree prior public raw rename resource revoke
            row rowid rownum rows select session set share size smallint start successful synonym sysdate table then
            to trigger uid union unique update user validate values varchar varchar2 view whenever where with""");

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
