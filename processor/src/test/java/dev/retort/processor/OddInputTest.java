package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody should write, and somebody will. */
class OddInputTest {
    private static final String ENTITY = "import jakarta.persistence.*; @Entity class A { @Id Long id; }\n";
    private static final String UP =
            "public void upgrade(Operations op) { op.createTable(\"A\", t -> { t.column(\"id\", SqlTypes.bigint()); t.primaryKey(\"id\"); }); }";
    private static final String M = "@Migration(revision = \"a1\") ";

    record Odd(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Odd odd(String name, String text) {
        return new Odd(name, text);
    }

    static List<Odd> odds() {
        return List.of(
                odd("default package", M + "final class X implements SchemaMigration {" + UP + "}"),
                odd(
                        "private nested",
                        "package app; class Outer { " + M + "private static final class X implements SchemaMigration {"
                                + UP + "} }"),
                odd(
                        "private nested run",
                        "package app; class Outer { " + M
                                + "private static final class X implements SchemaMigration { public void upgrade(Operations op) { op.createTable(\"A\", t -> { t.column(\"id\", SqlTypes.bigint()); t.primaryKey(\"id\"); }); op.run(X::go); } static void go(java.sql.Connection c) {} public void downgrade(Operations op) { op.dropTable(\"A\"); } } }"),
                odd(
                        "nested run",
                        "package app; class Outer { " + M
                                + "static final class X implements SchemaMigration { public void upgrade(Operations op) { op.createTable(\"A\", t -> { t.column(\"id\", SqlTypes.bigint()); t.primaryKey(\"id\"); }); op.run(Inner::go); op.run(Outer::go); } static class Inner { static void go(java.sql.Connection c) {} } public void downgrade(Operations op) { op.dropTable(\"A\"); } } static void go(java.sql.Connection c) {} }"),
                odd(
                        "run in private other",
                        "package app; class Outer { private static class P { static void go(java.sql.Connection c) {} } "
                                + M
                                + "static final class X implements SchemaMigration { public void upgrade(Operations op) { op.createTable(\"A\", t -> { t.column(\"id\", SqlTypes.bigint()); t.primaryKey(\"id\"); }); op.run(P::go); } public void downgrade(Operations op) { op.dropTable(\"A\"); } } }"),
                odd(
                        "run missing",
                        "package app; " + M
                                + "final class X implements SchemaMigration { public void upgrade(Operations op) { op.createTable(\"A\", t -> { t.column(\"id\", SqlTypes.bigint()); t.primaryKey(\"id\"); }); op.run(Nope::go); op.run(X::nope); op.run(X::inst); } void inst(java.sql.Connection c) {} public void downgrade(Operations op) { op.dropTable(\"A\"); } }"),
                odd(
                        "run lambda",
                        "package app; " + M
                                + "final class X implements SchemaMigration { public void upgrade(Operations op) { op.run(c -> {}); op.run(null); op.run(X.F); } static final dev.retort.op.ConnectionAction F = null; }"),
                odd("inner", "package app; class Outer { " + M + "class X implements SchemaMigration {" + UP + "} }"),
                odd(
                        "local",
                        "package app; class Outer { void m() { " + M + "class X implements SchemaMigration {" + UP
                                + "} } }"),
                odd("interface", "package app; " + M + "interface X extends SchemaMigration { default " + UP + " }"),
                odd("annotation", "package app; " + M + "@interface X { }"),
                odd("abstract", "package app; " + M + "abstract class X implements SchemaMigration {" + UP + "}"),
                odd("abstract without body", "package app; " + M + "abstract class X implements SchemaMigration {}"),
                odd("enum", "package app; " + M + "enum X implements SchemaMigration { A; " + UP + "}"),
                odd("record", "package app; " + M + "record X(int a) implements SchemaMigration { " + UP + "}"),
                odd(
                        "generic",
                        "package app; " + M + "class X<T extends Comparable<T>> implements SchemaMigration {" + UP
                                + "}"),
                odd(
                        "inherited upgrade",
                        "package app; class Base implements SchemaMigration { " + UP + "} " + M
                                + "class X extends Base {}"),
                odd("not a migration", "package app; " + M + "class X {" + UP + "}"),
                odd(
                        "syntax error",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { op.createTable(\"A\", } }"),
                odd(
                        "syntax error 2",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { op.createTable(\"A\" t -> { ); }}"),
                odd(
                        "missing semicolon",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { int a } }"),
                odd("unknown supertype", "package app; " + M + "class X implements Missing {" + UP + "}"),
                odd(
                        "unknown call",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { op.nope(\"x\"); nope(); this.toString(); op = null; } }"),
                odd(
                        "wrong arguments",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { op.dropTable(); op.dropTable(1); op.dropTable(null); op.createTable(\"A\", null); op.createTable(\"B\", t -> t); op.addColumn(\"A\", \"b\", SqlTypes.varchar(-1)); op.addColumn(\"A\", \"b\", SqlTypes.varchar(1/0)); op.createIndex(\"i\", \"A\"); op.dropTable(\"\"); op.dropTable(\"a.b.c.d\"); op.dropTable(\"`\"); op.execute(\"\"); op.execute(DialectSql.on(\"oracle\", \"x\")); op.addForeignKey(\"f\", \"A\", \"b\"); op.alterColumn(\"A\", \"b\"); } }"),
                odd(
                        "return break throw",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { if (true) return; while (true) {} } }"),
                odd(
                        "throws",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { throw new IllegalStateException(); } }"),
                odd(
                        "recursive constant",
                        "package app; " + M
                                + "class X implements SchemaMigration { static final String A = B + \"x\"; static final String B = A + \"y\"; public void upgrade(Operations op) { op.dropTable(A); op.dropTable(X.B); } }"),
                odd(
                        "self local",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { final String a = a + \"x\"; op.dropTable(a); for (String s : java.util.List.of(s)) op.dropTable(s); } }"),
                odd(
                        "deep concatenation",
                        "package app; " + M
                                + "class X implements SchemaMigration { public void upgrade(Operations op) { op.execute("
                                + "\"a\" + ".repeat(3000) + "\"b\"); } public void downgrade(Operations op) {} }"),
                odd(
                        "constant revision",
                        "package app; @Migration(revision = X.A + 1) class X implements SchemaMigration { static final String A = \"a\"; "
                                + UP + "}"),
                odd(
                        "missing constant revision",
                        "package app; @Migration(revision = Nope.A) class X implements SchemaMigration { " + UP + "}"),
                odd("no revision", "package app; @Migration class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "wrong revision type",
                        "package app; @Migration(revision = 5) class X implements SchemaMigration { " + UP + "}"),
                odd("twice", "package app; " + M + M + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "null revises",
                        "package app; @Migration(revision = \"a1\", revises = null) class X implements SchemaMigration { "
                                + UP + "}"),
                odd(
                        "empty revises element",
                        "package app; @Migration(revision = \"a1\", revises = \"\") class X implements SchemaMigration { "
                                + UP + "}"),
                odd(
                        "environment on class",
                        "package app; @MigrationEnvironment(dialects = {\"sqlite\", \"h2\"}, registry = \"R\") class Env {} "
                                + M + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "environment on the migration",
                        "package app; @MigrationEnvironment(dialects = \"h2\") " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "two environments",
                        "package app; @MigrationEnvironment(dialects = \"h2\") class E {} @MigrationEnvironment(dialects = \"sqlite\") class F {} "
                                + M + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "empty dialects",
                        "package app; @MigrationEnvironment(dialects = {}) class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "blank dialect",
                        "package app; @MigrationEnvironment(dialects = {\"\", \"sqlite\", \"sqlite\"}) class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "dialect twice",
                        "package app; @MigrationEnvironment(dialects = {\"h2\", \"h2:2.2\"}) class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "unknown dialect",
                        "package app; @MigrationEnvironment(dialects = \"db2x\") class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "future dialect",
                        "package app; @MigrationEnvironment(dialects = \"h2:999999\") class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "keyword registry",
                        "package app; @MigrationEnvironment(dialects = \"h2\", registry = \"class\") class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "blank registry",
                        "package app; @MigrationEnvironment(dialects = \"h2\", registry = \"\") class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "registry of a taken name",
                        "package app; @MigrationEnvironment(dialects = \"h2\", registry = \"X\") class E {} " + M
                                + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "registry qualified elsewhere",
                        "package app; @MigrationEnvironment(dialects = \"h2\", registry = \"other.deep.R\") class E {} class O { "
                                + M + "private static class X implements SchemaMigration { " + UP + "} }"),
                odd(
                        "unknown entity class",
                        "package app; @MigrationEnvironment(dialects = \"h2\", entities = {Nope.class, String.class, int.class, A[].class}) class E {} "
                                + M + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "plan clash",
                        "package app; class X_Plan {} " + M + "class X implements SchemaMigration { " + UP + "}"),
                odd(
                        "same simple name",
                        "package app; class O { @Migration(revision = \"a1\") static class X implements SchemaMigration { "
                                + UP
                                + "} } class P { @Migration(revision = \"b1\", revises = \"a1\") static class X implements SchemaMigration { public void upgrade(Operations op) {} } }"),
                odd(
                        "nested name clash",
                        "package app; class O { @Migration(revision = \"a1\") static class X implements SchemaMigration { "
                                + UP
                                + "} } @Migration(revision = \"b1\", revises = \"a1\") class O_X implements SchemaMigration { public void upgrade(Operations op) {} }"),
                odd(
                        "downgrade only differs",
                        "package app; " + M + "class X implements SchemaMigration { " + UP
                                + " public void downgrade(Operations op) { op.dropTable(\"B\"); } }"),
                odd(
                        "two parameters",
                        "package app; " + M + "class X implements SchemaMigration { " + UP
                                + " public void upgrade(Operations op, int x) { op.nope(); } public void upgrade() {} }"),
                odd(
                        "native",
                        "package app; " + M
                                + "class X implements SchemaMigration { public native void upgrade(Operations op); }"),
                odd(
                        "unicode escapes",
                        "package app; " + M + "class X implements SchemaMigration { "
                                + UP.replace("\"A\"", "\"\\u0041\"") + " }"),
                odd(
                        "message with specials",
                        "package app; @Migration(revision = \"a1\", message = \"a \\\"b\\\" $T $$ \\n %s */ \\u2028\") class X implements SchemaMigration { "
                                + UP + " }"));
    }

    private static Compilation compile(String text) {
        String head = text.startsWith("package app; ") ? "package app; " : "";
        String source = head + "import dev.retort.*; import dev.retort.op.*;\n" + text.substring(head.length());
        String prefix = head.isEmpty() ? "" : "app.";
        return Javac.compile(List.of(
                JavaFileObjects.forSourceString(prefix + "A", head + ENTITY),
                JavaFileObjects.forSourceString(prefix + "X", source)));
    }

    /** No trace of an exception, and what is generated compiles. */
    @ParameterizedTest
    @MethodSource("odds")
    void isAnswered(Odd odd) {
        Compilation compilation = compile(odd.text());

        assertThat(Javac.messages(compilation)).doesNotContain("\tat ", "dev.retort.processor", "com.sun", "Error:");
        assertThat(compilation.errors())
                .extracting(Javac::file)
                .doesNotContain("Migrations.java", "X_Plan.java", "O_X_Plan.java", "Outer_X_Plan.java");
    }

    @Test
    void lineSeparatorsOfUnicodeStayInTheirText() {
        Compilation compilation = compile("package app; @Migration(revision = \"a1\", message = \"a\u2028b\u2029\")"
                + " class X implements SchemaMigration { " + UP + " }");

        assertThat(compilation.errors()).isEmpty();
        assertThat(Javac.generated(compilation, "app.Migrations"))
                .contains("\"a\" + \"\\u2028\" + \"b\" + \"\\u2029\"");
    }

    @Test
    void aBodyThatIsNotJavaIsNoEmptyBody() {
        for (String method : List.of("native", "abstract")) {
            assertThat(Javac.messages(compile("package app; " + M + "abstract class X implements SchemaMigration {"
                            + " public " + method + " void upgrade(Operations op); }")))
                    .startsWith("X.java:2: error: [UnreadableOperation] no body of upgrade can be found for X");
        }
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        assertThat(Javac.messages(compile("package app; " + M + "class X implements SchemaMigration {"
                        + " public void upgrade(Operations op) { op.run(Nope::go); } }")))
                .isEqualTo("X.java:2: error: [UnreadableOperation] no class Nope can be found here\n"
                        + "    help: correct the name, or import it\n");
    }

    @Test
    void aBlankParentIsShownBetweenQuotes() {
        assertThat(Javac.messages(compile("package app; @Migration(revision = \"a1\", revises = \"\")"
                        + " class X implements SchemaMigration { " + UP + " }")))
                .isEqualTo(
                        "X.java:2: error: [MissingRevision] revision a1 (X) revises \"\", which no migration declares\n"
                                + "    help: name the revision this one follows, or leave revises out for the first of all\n");
    }
}
