package dev.retort.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "create table billing.bills (id integer) | billing",
                "create table \"Billing\".bills (id integer) | `Billing`",
                "create view v as select b.id from bills b | ~~",
                "create view v as select bills.id from bills | ~~",
                "create view v as select b.id, Billing.bills.n from BILLING.bills b | Billing bills",
                "create view v as select billing.bills.id from billing.bills | billing bills",
                "comment on column billing.bills.id is 'as in sales.bills' | billing bills",
                "create table t (id integer) -- not in billing.bills | ~~",
                "create schema if not exists billing | billing",
                "create schema billing authorization sa | billing",
                "drop schema billing | billing",
                "create database billing | billing",
                "alter table t add n decimal(1.5) | ~~",
                "insert into a.t select * from b.t | a b",
                "schema | ~~",
                "~~ | ~~"
            })
    void of(String sql, String expected) {
        assertThat(String.join(
                        " ",
                        SchemaReferences.of(sql == null ? "" : sql).stream()
                                .map(Name::toString)
                                .toList()))
                .isEqualTo(expected == null ? "" : expected);
    }
}
