package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.maven.SampleProject.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/start.md} says, with nothing but that page: writes its files, runs its lines. */
class StartPageTest {
    /** A block, and the name of a file at the beginning of the line before it, where there is one. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)(?:^`([^`]+)`[^\n]*:\n\n)?^```(\\w+)\n(.*?)\n```$");

    @TempDir
    Path folder;

    @Test
    void leadsToADatabaseThatFollowsTheEntity() throws Exception {
        SampleProject project = SampleProject.empty(folder);
        List<MatchResult> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/start.md")))
                .results()
                .toList();
        int builds = 0;
        Build last = new Build(true, "");
        for (MatchResult block : blocks) {
            String text = block.group(3);
            switch (block.group(2)) {
                case "sh" -> {
                    for (String line : text.split("\n")) {
                        last = run(project, line);
                        builds++;
                    }
                }
                case "text" -> assertThat(last.output()).contains(text);
                default -> write(project, block.group(1), text);
            }
        }
        assertThat(builds).isEqualTo(5);
        assertThat(project.directory().resolve("acme.db")).isNotEmptyFile();
    }

    private static Build run(SampleProject project, String line) throws Exception {
        assertThat(line).startsWith("mvn ");
        boolean fails = line.endsWith("    # fails");
        String[] words = line.replace("    # fails", "")
                .substring("mvn ".length())
                .replaceAll(" (?=[^\"]*\"(?:[^\"]*\"[^\"]*\")*[^\"]*$)", "\u0000")
                .split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('\u0000', ' ').replace("\"", "");
        }
        Build build = project.maven(words);
        assertThat(build.successful()).as(line + "\n" + build.output()).isEqualTo(!fails);
        return build;
    }

    /** The last block is a line for an application, which the page's project does not have; another test compiles it. */
    private static void write(SampleProject project, String name, String text) throws IOException {
        if (name == null) {
            assertThat(text).isEqualTo("Migrator.of(dataSource, AppMigrations.registry()).upgrade();");
        } else {
            project.add(name, text + "\n");
        }
    }
}
