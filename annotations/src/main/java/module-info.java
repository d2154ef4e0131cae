/** {@code @Migration}, {@code @MigrationEnvironment} and the vocabulary of operations. Depends on nothing. */
module dev.retort.annotations {
    requires static org.jspecify;
    requires transitive java.sql;

    exports dev.retort;
    exports dev.retort.op;
}
