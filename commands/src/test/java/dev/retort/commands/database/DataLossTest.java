package dev.retort.commands.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Revision;
import dev.retort.runtime.RevisionPlan;
import dev.retort.runtime.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Catalogues and downgrades as the compiler writes them, and what goes with them. */
class DataLossTest {

    private static List<String> lost(String catalogue, String... downgrade) {
        Revision revision = new Revision("a", List.of(), "", "");
        return DataLoss.of(
                new MigrationRegistry() {
                    @Override
                    public String name() {
                        return "Registry";
                    }

                    @Override
                    public List<String> dialects() {
                        return List.of("sqlite");
                    }

                    @Override
                    public List<Revision> revisions() {
                        return List.of(revision);
                    }

                    @Override
                    public RevisionPlan plan(String id) {
                        return new RevisionPlan() {
                            @Override
                            public List<Step> upgrade(String dialect) {
                                return List.of();
                            }

                            @Override
                            public Optional<List<Step>> downgrade(String dialect) {
                                return Optional.of(
                                        Arrays.stream(downgrade).map(Step::sql).toList());
                            }

                            @Override
                            public String catalogue(String dialect) {
                                return catalogue;
                            }
                        };
                    }
                },
                revision,
                List.of("sqlite"));
    }

    @Test
    void aTableOrAColumnThatTheUpgradeMade() {
        assertThat(lost(
                        "+table users\t\n+column users.id\tbigint not null\n+primary key of users\tid",
                        "drop table users"))
                .containsExactly("table users");
        assertThat(lost("+column users.nick\tvarchar(255)", "alter table users drop column nick"))
                .containsExactly("column users.nick");
        assertThat(lost("+column shop.users.nick\tvarchar(255)", "alter table shop.users drop column nick"))
                .containsExactly("column shop.users.nick");
    }

    @Test
    void aColumnThatGoesWhileItsTableIsWrittenAnew() {
        assertThat(lost(
                        "+column users.nick\tvarchar(255)",
                        "create table retort_users (id bigint)",
                        "insert into retort_users (id) select id from users",
                        "drop table users",
                        "alter table retort_users rename to users"))
                .containsExactly("column users.nick");
    }

    @Test
    void nothingThatOnlyHasAnotherName() {
        assertThat(lost(
                        "-column users.nick\tvarchar(255)\n+column users.nickname\tvarchar(255)",
                        "alter table users rename column nickname to nick"))
                .isEmpty();
        assertThat(lost(
                        "-column users.nick\tvarchar(255)\n+column users.nickname\tvarchar(255)",
                        "alter table users alter column nickname rename to nick"))
                .isEmpty();
        assertThat(lost(
                        "-table sites\t\n-column sites.id\tbigint\n+table providers\t\n+column providers.id\tbigint",
                        "alter table providers rename to sites"))
                .isEmpty();
    }

    @Test
    void aColumnThatIsNewInATableOfAnotherName() {
        assertThat(lost(
                        "-table SITES\t\n-column SITES.ID\tbigint\n+table PROVIDERS\t\n+column PROVIDERS.ID\tbigint"
                                + "\n+column PROVIDERS.NICK\tvarchar(9)",
                        "alter table providers drop column nick",
                        "alter table providers rename to sites"))
                .containsExactly("column providers.nick");
    }

    @Test
    void nothingTwiceForTheCaseOfItsName() {
        assertThat(lost("+column USERS.NICK\tvarchar(9)", "alter table users drop column \"nick\""))
                .containsExactly("column USERS.NICK");
    }

    @Test
    void nothingForKeysIndexesAndTypes() {
        assertThat(lost("+index ix of users\temail", "drop index ix")).isEmpty();
        assertThat(lost(
                        "-column users.age\tinteger\n+column users.age\tbigint",
                        "alter table users alter column age type integer"))
                .isEmpty();
    }

    @Test
    void whatItsOwnSqlTakesAway() {
        assertThat(lost("", "delete from roles where id = 1", "drop table if exists \"backup\";"))
                .containsExactly("rows of roles", "table backup");
        assertThat(lost("", "update users set age = 1")).isEmpty();
    }
}
