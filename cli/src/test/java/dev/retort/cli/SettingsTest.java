package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.commands.CommandException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path directory;

    private Settings read(String text) throws Exception {
        return Settings.read(Files.writeString(directory.resolve("settings"), text, UTF_8));
    }

    @Test
    void pathsAreRelativeToTheFileAndStarsAreJars() throws Exception {
        Path libraries = Files.createDirectories(directory.resolve("lib"));
        Files.createFile(libraries.resolve("b.jar"));
        Files.createFile(libraries.resolve("a.jar"));
        Files.createFile(libraries.resolve("readme.txt"));
        assertThat(read("class-path = classes" + File.pathSeparator + "lib/*").paths("class-path"))
                .containsExactly(directory.resolve("classes"), libraries.resolve("a.jar"), libraries.resolve("b.jar"));
        assertThat(Settings.paths(List.of("x" + File.pathSeparator + "y", "z")))
                .containsExactly(Path.of("x"), Path.of("y"), Path.of("z"));
    }

    @Test
    void aFolderOfJarsMustBeThere() throws Exception {
        Settings settings = read("class-path = missing/*");
        assertThatThrownBy(() -> settings.paths("class-path"))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("no jars can be listed in " + directory.resolve("missing"));
    }

    @Test
    void whatIsEmptyIsNotThere() throws Exception {
        Settings settings = read("url =\nuser = änne\njavac-options = -Aa=b  -Ac=d\n");
        assertThat(settings.get("url")).isNull();
        assertThat(settings.get("password")).isNull();
        assertThat(settings.get("user")).isEqualTo("änne");
        assertThat(settings.words("javac-options")).containsExactly("-Aa=b", "-Ac=d");
        assertThat(settings.words("source")).isEmpty();
    }
}
