package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the four databases say of themselves. */
class CatalogueTest {

    private static final String[] TABLES = {
        "create table users (id bigint not null, name varchar(80) default 'x' not null, born date,"
                + " constraint pk_users primary key (id), constraint uq_users_name unique (name),"
                + " constraint ck_users_id check (id > 0))",
        "create table posts (author bigint, title varchar(20), price numeric(10,2), made timestamp(6),"
                + " constraint fk_posts_author foreign key (author) references users (id) on delete cascade)",
        "create index ix_posts_title on posts (title desc, author)",
        "create view titles as select title from posts"
    };

    @TempDir
    Path directory;

    private static List<String> read(TestDatabase database, String... tables) throws SQLException {
        try (Database opened = Database.connect(database.dataSource(), Duration.ZERO)) {
            TreeMap<String, String> lines = new TreeMap<>(Catalogue.read(opened, List.of(tables)));
            return lines.entrySet().stream()
                    .map(line -> line.getKey() + ": " + line.getValue())
                    .toList();
        }
    }

    private TestDatabase filled(TestDatabase.Family family) throws SQLException {
        TestDatabase database = family.in(directory);
        database.execute(TABLES);
        return database;
    }

    @Test
    void sqlite() throws Exception {
        assertThat(read(filled(TestDatabase.Family.SQLITE)))
                .containsExactly(
                        "column posts.author: bigint nullable",
                        "column posts.made: timestamp(6) nullable",
                        "column posts.price: numeric(10,2) nullable",
                        "column posts.title: varchar(20) nullable",
                        "column users.born: date nullable",
                        "column users.id: bigint not null",
                        "column users.name: varchar(80) not null",
                        "default of users.name: ",
                        "foreign key (author) of posts: references users (id) on delete cascade on update no action",
                        "index ix_posts_title of posts: (title desc, author)",
                        "primary key of users: (id)",
                        "table posts: ",
                        "table users: ",
                        "unique key (name) of users: ",
                        "view titles: CREATE VIEW titles as select title from posts");
    }

    @Test
    void h2() throws Exception {
        assertThat(read(filled(TestDatabase.Family.H2)))
                .containsExactly(
                        "check CK_USERS_ID of USERS: ",
                        "column POSTS.AUTHOR: bigint nullable",
                        "column POSTS.MADE: timestamp(6) nullable",
                        "column POSTS.PRICE: numeric(10,2) nullable",
                        "column POSTS.TITLE: character varying(20) nullable",
                        "column TITLES.TITLE: character varying(20) nullable",
                        "column USERS.BORN: date nullable",
                        "column USERS.ID: bigint not null",
                        "column USERS.NAME: character varying(80) not null",
                        "default of USERS.NAME: ",
                        "foreign key FK_POSTS_AUTHOR of POSTS: (AUTHOR) references USERS (ID) on delete cascade"
                                + " on update no action",
                        "index IX_POSTS_TITLE of POSTS: (TITLE desc, AUTHOR)",
                        "primary key PK_USERS of USERS: (ID)",
                        "table POSTS: ",
                        "table USERS: ",
                        "unique key UQ_USERS_NAME of USERS: (NAME)",
                        "view TITLES: ");
    }

    @Test
    void postgresql() throws Exception {
        assertThat(read(filled(TestDatabase.Family.POSTGRESQL)))
                .containsExactly(
                        "check ck_users_id of users: ",
                        "column posts.author: bigint nullable",
                        "column posts.made: timestamp(6) without time zone nullable",
                        "column posts.price: numeric(10,2) nullable",
                        "column posts.title: character varying(20) nullable",
                        "column users.born: date nullable",
                        "column users.id: bigint not null",
                        "column users.name: character varying(80) not null",
                        "default of users.name: ",
                        "foreign key fk_posts_author of posts: (author) references users (id) on delete cascade"
                                + " on update no action",
                        "index ix_posts_title of posts: (title desc, author)",
                        "primary key pk_users of users: (id)",
                        "table posts: ",
                        "table users: ",
                        "unique key uq_users_name of users: (name)",
                        "view titles:  SELECT title\n   FROM posts;");
    }

    @Test
    void mariadb() throws Exception {
        assertThat(read(filled(TestDatabase.Family.MARIADB)))
                .containsExactly(
                        "check ck_users_id of users: ",
                        "column posts.author: bigint nullable",
                        "column posts.made: timestamp(6) nullable",
                        "column posts.price: decimal(10,2) nullable",
                        "column posts.title: varchar(20) nullable",
                        "column titles.title: varchar(20) nullable",
                        "column users.born: date nullable",
                        "column users.id: bigint not null",
                        "column users.name: varchar(80) not null",
                        "default of users.name: ",
                        "foreign key fk_posts_author of posts: (author) references users (id) on delete cascade"
                                + " on update restrict",
                        "index fk_posts_author of posts: (author)",
                        "index ix_posts_title of posts: (title desc, author)",
                        "index uq_users_name of users: unique (name)",
                        "primary key of users: (id)",
                        "table posts: ",
                        "table users: ",
                        "view titles: ");
    }

    /** KEY_COLUMN_USAGE would say A, and the index that the key shares has another order. */
    @Test
    void h2TellsTheColumnsOfAForeignKeyByName() throws Exception {
        TestDatabase database = TestDatabase.Family.H2.in(directory);
        database.execute(
                "create table p (x int not null, y int not null, constraint pk_p primary key (x, y))",
                "create table c (a int, b int)",
                "create index ix on c (b, a)",
                "alter table c add constraint fk foreign key (a, b) references p (y, x)",
                "alter table c alter column a rename to z",
                "alter table p alter column x rename to xx");
        assertThat(read(database, "C"))
                .contains("foreign key FK of C: (B, Z) references P (XX, Y) on delete no action on update no action");
    }

    @ParameterizedTest
    @EnumSource
    void ofSomeTablesOnly(TestDatabase.Family family) throws Exception {
        TestDatabase database = filled(family);
        String users = family == TestDatabase.Family.H2 ? "USERS" : "users";
        List<String> lines = read(database, users);
        assertThat(lines).isNotEmpty().allMatch(line -> line.contains(users));
        assertThat(read(database)).containsAll(lines);
        assertThat(read(database, "nobody")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutRetortsOwnTables(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator.of(database.dataSource(), TestRegistry.empty().revision("r1")).upgrade();
        assertThat(database.retortTables()).isNotEmpty();
        assertThat(read(database)).isEmpty();
    }
}
