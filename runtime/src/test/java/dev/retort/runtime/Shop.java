package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A registry that runs alike on every database: a base, two branches, a merge, and a Java step after it. */
final class Shop {

    static final String[] IDS = {"start", "left", "right", "merge", "fill"};

    private Shop() {}

    static TestRegistry registry() {
        return TestRegistry.empty()
                .revision("start")
                .up(
                        "create table users (id integer not null, name varchar(40), constraint pk_users primary key (id))",
                        "create index ix_users_name on users (name)")
                .down("drop table users")
                .revision("left", "start")
                .up("alter table users add column age integer")
                .down("alter table users drop column age")
                .revision("right", "start")
                .up("create table jobs (id integer not null, constraint pk_jobs primary key (id))")
                .down("drop table jobs")
                .revision("merge", "left", "right")
                .down()
                .revision("fill", "merge")
                .up(
                        "insert into users (id, name, age) values (1, '{not} an escape', 7)",
                        Step.java("Shop::addSecond", Shop::addSecond))
                .down("delete from users where id = 1", "delete from users where id = 2");
    }

    private static void addSecond(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into users (id, name, age) values (?, 'second', 8)")) {
            insert.setInt(1, 2);
            insert.executeUpdate();
        }
    }
}
