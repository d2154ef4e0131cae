package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A folder under {@code golden/<Id>}: a compilation, with its options and what comes first on its class path. */
record GoldenCase(Path folder) {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    static List<GoldenCase> all() throws IOException {
        try (Stream<Path> folders = Files.walk(GOLDEN, 2)) {
            return folders.filter(folder -> GOLDEN.relativize(folder).getNameCount() == 2)
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(GoldenCase::new)
                    .toList();
        }
    }

    String name() {
        return GOLDEN.relativize(folder).toString();
    }

    /** The text of every source, by its path under the folder. */
    Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(classPath()))
                    .sorted()
                    .toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    /**
     * Compiles.
     *
     * @param sources by their path under the folder
     * @param dependencies where what comes first on the class path is compiled to
     */
    Compilation compile(Map<String, String> sources, Path dependencies) throws IOException {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(JavaFileObjects.forSourceString(typeName(path, text), text)));
        Path options = folder.resolve("options.txt");
        List<String> given = new ArrayList<>();
        if (Files.exists(options)) {
            given.addAll(List.of(Files.readString(options).split("\\s+")));
        }
        if (Files.exists(classPath())) {
            given.addAll(List.of("-classpath", dependency(dependencies) + File.pathSeparator + CLASS_PATH));
        }
        return Javac.compile(files, given.toArray(String[]::new));
    }

    private static String typeName(String path, String text) {
        var declared =
                java.util.regex.Pattern.compile("(?m)^package ([\\w.]+);").matcher(text);
        String simple = Path.of(path).getFileName().toString().replace(".java", "");
        return declared.find() ? declared.group(1) + "." + simple : simple;
    }

    private Path classPath() {
        return folder.resolve("classpath");
    }

    /** A folder of sources and other files, as the class path would have it. */
    private Path dependency(Path dependencies) throws IOException {
        Path compiled = Files.createTempDirectory(dependencies, "classpath");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(classPath())) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", compiled.toString(), "-cp", CLASS_PATH));
        for (Path file : files) {
            if (file.toString().endsWith(".java")) {
                arguments.add(file.toString());
            } else {
                Path copy = compiled.resolve(classPath().relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        if (files.stream().anyMatch(file -> file.toString().endsWith(".java"))) {
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(result).isZero();
        }
        return compiled;
    }
}
