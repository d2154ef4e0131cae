package dev.retort.runtime;

import java.io.IOException;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program whose migrations each run up to some boundary of a statement, say so, and wait there to be killed. Boundaries
 * are before and after each statement and each commit, counted from 1.
 */
final class FaultyProcess {

    private FaultyProcess() {}

    /** Twelve in a line, with all that a revision may do, in the steps that the compiler would have made. */
    static TestRegistry registry(TestDatabase.Family family) {
        Sql sql = new Sql(family);
        TestRegistry registry = TestRegistry.empty();
        registry.revision("r1")
                .up(sql.ddl("create table users (id integer primary key, name varchar(40))", "users"))
                .down(sql.ddl("drop table users", "users"));
        registry.revision("r2", "r1")
                .up("insert into users values (1, 'ann')", "insert into users values (2, 'bob')")
                .down("delete from users where id = 2", "delete from users where id = 1");
        registry.revision("r3", "r2")
                .up(
                        sql.ddl("alter table users add column age integer", "users"),
                        "update users set age = 30 + id",
                        sql.ddl("create index ix_users_age on users (age)", "users"))
                .down(
                        sql.ddl(sql.dropIndex("ix_users_age", "users"), "users"),
                        sql.ddl("alter table users drop column age", "users"));
        registry.revision("r4", "r3")
                .up(
                        sql.ddl("create table posts (id integer primary key, author integer)", "posts"),
                        "insert into posts select id, id from users")
                .down("delete from posts", sql.ddl("drop table posts", "posts"));
        registry.revision("r5", "r4")
                .up(sql.ddl("alter table posts rename column author to writer", "posts"))
                .down(sql.ddl("alter table posts rename column writer to author", "posts"));
        registry.revision("r6", "r5")
                .up(sql.ddl("alter table posts rename to notes", "posts", "notes"))
                .down(sql.ddl("alter table notes rename to posts", "posts", "notes"));
        registry.revision("r7", "r6")
                .up(
                        Step.java("Faulty::fill", connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("insert into notes values (70, 1)");
                                statement.execute("insert into notes values (71, 2)");
                            }
                        }),
                        "update notes set writer = writer + 100 where id < 70")
                .down("update notes set writer = writer - 100 where id < 70", "delete from notes where id >= 70");
        registry.revision("r8", "r7")
                .up(
                        family == TestDatabase.Family.POSTGRESQL
                                ? Step.alone(
                                        "create index concurrently ix_notes_writer on notes (writer)",
                                        List.of("notes"),
                                        "drop index concurrently if exists ix_notes_writer")
                                : sql.ddl("create index ix_notes_writer on notes (writer)", "notes"),
                        "insert into users values (8, 'eve', 8)")
                .down("delete from users where id = 8", sql.ddl(sql.dropIndex("ix_notes_writer", "notes"), "notes"));
        registry.revision("r9", "r8")
                .up(
                        sql.ddl("create table tags (id integer primary key)", "tags"),
                        sql.ddl("create table labels (id integer primary key)", "labels"))
                .down(sql.ddl("drop table labels", "labels"), sql.ddl("drop table tags", "tags"));
        registry.revision("r10", "r9")
                .up(sql.ddl("drop table tags", "tags"), "insert into labels values (1)")
                .down("delete from labels", sql.ddl("create table tags (id integer primary key)", "tags"));
        registry.revision("r11", "r10");
        registry.down();
        registry.revision("r12", "r11")
                .up(sql.ddl("create view seniors as select id from users where age > 31"))
                .down(sql.ddl("drop view seniors"));
        return registry;
    }

    private record Sql(TestDatabase.Family family) {

        /** Alone where DDL commits. */
        Step ddl(String sql, String... tables) {
            boolean upper = family == TestDatabase.Family.H2;
            return switch (family) {
                case SQLITE, POSTGRESQL -> Step.sql(sql);
                case H2, MARIADB ->
                    Step.alone(
                            sql,
                            java.util.Arrays.stream(tables)
                                    .map(table -> upper ? table.toUpperCase(java.util.Locale.ROOT) : table)
                                    .toList(),
                            "");
            };
        }

        String dropIndex(String index, String table) {
            return "drop index " + index + (family == TestDatabase.Family.MARIADB ? " on " + table : "");
        }
    }

    /**
     * Migrates several databases at once.
     *
     * @param arguments family, direction, and the URL and boundary of each; 0 for none
     */
    public static void main(String[] arguments) throws IOException {
        TestDatabase.Family family = TestDatabase.Family.valueOf(arguments[0]);
        Direction direction = Direction.valueOf(arguments[1]);
        for (int i = 2; i < arguments.length; i += 2) {
            String name = i / 2 - 1 + " ";
            String url = arguments[i];
            int fatal = Integer.parseInt(arguments[i + 1]);
            Thread thread = new Thread(() -> migrate(name, family, url, direction, fatal));
            // Who fails says nothing more, and its stack trace is in the log.
            thread.setUncaughtExceptionHandler((failed, exception) -> {
                exception.printStackTrace();
                Runtime.getRuntime().halt(1);
            });
            thread.start();
        }
        // Until killed: nobody writes to it.
        System.in.read();
        Runtime.getRuntime().halt(0);
    }

    private static void migrate(String name, TestDatabase.Family family, String url, Direction direction, int fatal) {
        List<String> boundaries = new ArrayList<>();
        RecordingDataSource dataSource = new RecordingDataSource(() -> family == TestDatabase.Family.H2
                ? DriverManager.getConnection(url, "sa", "")
                : DriverManager.getConnection(url));
        dataSource.onSql(sql -> reached(name, boundaries, "before " + sql, fatal));
        dataSource.afterSql(sql -> reached(name, boundaries, "after " + sql, fatal));
        Migrator migrator = Migrator.of(dataSource, registry(family));
        if (direction == Direction.UPGRADE) {
            migrator.upgrade();
        } else {
            migrator.downgrade("base");
        }
        System.out.println(name + "done " + boundaries.size());
    }

    private static void reached(String name, List<String> boundaries, String boundary, int fatal) {
        boundaries.add(boundary);
        if (boundaries.size() == fatal) {
            System.out.println(name + "at " + boundary.replaceAll("\\s+", " "));
            try {
                // Until killed.
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
