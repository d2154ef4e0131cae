package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole texts kept in files. {@code -Dretort.golden.rewrite=true} writes them anew, for a reader to judge. */
final class Golden {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    static void assertMatches(String name, String text) throws IOException {
        Path file = DIRECTORY.resolve(name);
        String actual = text.replace(System.lineSeparator(), "\n");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, actual);
        } else if (!Files.exists(file)) {
            fail("there is no golden file " + file + "; -Dretort.golden.rewrite=true writes it");
        } else {
            assertThat(actual).as(name).isEqualTo(Files.readString(file));
        }
    }
}
