package dev.retort.runtime;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A program that migrates when it is told to, and says which revisions it ran; or dies in the middle. */
final class RacingProcess {

    static final int REVISIONS = 12;

    /**
     * A JVM that starts locks the performance files of others to see whether they live, and those that start at that moment
     * say so on their standard output.
     */
    private static final String NO_PERF_DATA = "-XX:-UsePerfData";

    private RacingProcess() {}

    /** Twelve in a line; the seventh calls the action between two of its statements. */
    static TestRegistry registry(Step.Action inTheSeventh) {
        return registry(REVISIONS, inTheSeventh);
    }

    private static TestRegistry registry(int revisions, Step.Action inTheSeventh) {
        TestRegistry registry = TestRegistry.empty();
        for (int i = 1; i <= revisions; i++) {
            registry.revision("r" + i, i == 1 ? new String[0] : new String[] {"r" + (i - 1)});
            if (i == 7) {
                registry.up(
                        "create table t7 (i integer)",
                        Step.java("inTheSeventh", inTheSeventh),
                        "create index ix7 on t7 (i)");
            } else {
                registry.up(
                        "create table t" + i + " (i integer)",
                        "insert into t" + i + " values (" + i + ")",
                        "create index ix" + i + " on t" + i + " (i)");
            }
        }
        return registry;
    }

    static void insertSeven(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into t7 values (7)");
        }
    }

    public static void main(String[] arguments) throws IOException {
        String url = arguments[0];
        boolean dies = arguments.length > 1 && arguments[1].equals("dies");
        int revisions = arguments.length > 1 && !dies ? Integer.parseInt(arguments[1]) : REVISIONS;
        RecordingDataSource dataSource = new RecordingDataSource(() -> url.startsWith("jdbc:h2:")
                ? DriverManager.getConnection(url, "sa", "")
                : DriverManager.getConnection(url));
        Migrator migrator = Migrator.of(dataSource, registry(revisions, connection -> {
            insertSeven(connection);
            if (dies) {
                Runtime.getRuntime().halt(9);
            }
        }));
        System.out.println("ready");
        System.in.read();
        migrator.upgrade()
                .revisions()
                .forEach(completed -> System.out.println(completed.revision().id()));
    }

    /** Started, and waiting for the word. */
    static Started start(Path log, String... arguments) throws IOException {
        return start(RacingProcess.class, log, arguments);
    }

    /** Another program, in a JVM that starts fast and takes little. */
    static Started start(Class<?> program, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", NO_PERF_DATA));
        command.add("-cp");
        command.add(classPath());
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .start();
        return new Started(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** Of the tests, whether they run on the class path or inside the module. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                System.getProperty("jdk.module.path", ""),
                Path.of("target", "classes").toAbsolutePath().toString(),
                Path.of("target", "test-classes").toAbsolutePath().toString());
    }

    record Started(Process process, BufferedReader output) {

        void awaitReady() throws IOException {
            String line = output.readLine();
            if (!"ready".equals(line)) {
                throw new IllegalStateException("said " + line);
            }
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        /** What it ran, once it has ended. */
        List<String> ran() throws IOException {
            return output.lines().toList();
        }
    }
}
