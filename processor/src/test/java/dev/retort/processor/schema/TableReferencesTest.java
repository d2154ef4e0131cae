package dev.retort.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select * from users | users",
                "select u.email, level from users u where u.level > 1 | users",
                "select a, b from users, posts p, tags order by a, b | users posts tags",
                "select 1 from users u left join posts on posts.author = u.id, tags t | users posts tags",
                "select 1 from (users u join posts p using (id)) | users posts",
                "select * from (select id from posts) p, users | posts users",
                "select (select max(id) from posts), x from users | posts users",
                "select 1 from a union select 2 from b where c in (select d from e) | a b e",
                "select extract(year from created) from users | users",
                "select trim(both 'x' from name), substring(name from 2) from users | users",
                "select 1 from users where a is distinct from b | users",
                "select 'from secrets' from users -- from comments | users",
                "select 1 /* from nowhere */ from users | users",
                "select * from billing.users, `Odd Name`, \"Other\" | billing.users `Odd Name` `Other`",
                "select n from generate_series(1, 3) n, users | users",
                "select * from only users, lateral (select 1 from posts) p | users posts",
                "values (1) | ~~",
                "with recent as (select * from posts) select * from recent | posts recent",
                "create trigger t after update of email on users for each row execute function f() | users",
                "create trigger t after insert on users begin insert into log (user) values (new.id); end | users log",
                "create trigger t before delete on users begin update or ignore stats set n = n - 1; end | users stats",
                "create or replace trigger x.t after insert on x.users for each row delete from log | x.users log"
            })
    void tables(String sql, String expected) {
        assertThat(String.join(
                        " ",
                        TableReferences.of(sql).tables().stream()
                                .map(QualifiedName::toString)
                                .toList()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aNameWithoutASchemaMayMeanATableOfAny() {
        assertThat(TableReferences.of("select 1 from users").contains(QualifiedName.of("billing.USERS")))
                .isTrue();
        assertThat(TableReferences.of("select 1 from billing.users").contains(QualifiedName.of("users")))
                .isTrue();
        assertThat(TableReferences.of("select 1 from billing.users").contains(QualifiedName.of("sales.users")))
                .isFalse();
        assertThat(TableReferences.of("select users from posts").contains(QualifiedName.of("users")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select email from users | email | true",
                "select u.\"email\" from users u | email | true",
                "select 'email' from users | email | false",
                "select emails from users | email | false",
                "select 1 from email | email | false",
                "create trigger email after insert on users begin select 1; end | email | false"
            })
    void mentions(String sql, String column, boolean expected) {
        assertThat(TableReferences.of(sql).mentions(Name.of(column))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from users | true",
                "select 1, u.* from users u | true",
                "select count(*), 2 * level from users | false"
            })
    void selectsAll(String sql, boolean expected) {
        assertThat(TableReferences.of(sql).selectsAll()).isEqualTo(expected);
    }

    @Test
    void aRenameLeavesAloneWhatOnlyLooksLikeTheTable() {
        String sql = "create trigger users after insert on users begin"
                + " insert into log (users, note) select users.users, 'users' from Users where new.users > 1; end";
        assertThat(TableReferences.of(sql).renamed(QualifiedName.of("users"), Name.of("`My Members`")))
                .isEqualTo("create trigger users after insert on \"My Members\" begin"
                        + " insert into log (users, note) select \"My Members\".users, 'users' from \"My Members\""
                        + " where new.users > 1; end");
    }

    @Test
    void triggerAndItsTable() {
        TableReferences references =
                TableReferences.of("create trigger if not exists a.t before insert on `Users` begin select 1; end");
        assertThat(references.triggerName()).contains(QualifiedName.of("a.t"));
        assertThat(references.triggerTable()).contains(QualifiedName.of("`Users`"));
        assertThat(references.usesInBody(QualifiedName.of("users"))).isFalse();
        assertThat(TableReferences.of("create table t (a int)").triggerName()).isEmpty();
        assertThat(TableReferences.of("").tables()).isEmpty();
        assertThat(TableReferences.of("create trigger").triggerTable()).isEmpty();
    }

    @Test
    void sameTextButForForm() {
        assertThat(TableReferences.normalised("Select \"a\"\n from b -- all\n;"))
                .isEqualTo(TableReferences.normalised("select A from `B`"));
        assertThat(TableReferences.normalised("select 'A'")).isNotEqualTo(TableReferences.normalised("select 'a'"));
    }
}
