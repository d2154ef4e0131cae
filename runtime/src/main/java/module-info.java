/** Applies a generated registry of migrations over JDBC. Depends on nothing but the JDK. */
module dev.retort.runtime {
    requires static org.jspecify;
    requires transitive java.sql;

    exports dev.retort.runtime;
}
