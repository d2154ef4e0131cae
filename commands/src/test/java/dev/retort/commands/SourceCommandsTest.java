package dev.retort.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that compile: what they say, write and refuse. */
class SourceCommandsTest {
    private static final Check.Format TEXT = Check.Format.TEXT;

    @TempDir
    Path directory;

    private NewRevision autogenerate(SampleProject project, String message, String... renames) {
        return new NewRevision(project.compilation(), message, true, List.of(renames), Optional.empty());
    }

    @Test
    void checkSaysInEveryFormWhatIsMissing() throws Exception {
        SampleProject project = SampleProject.merged(directory);
        Transcript.in(directory)
                .run("retort check", new Check(project.compilation(), TEXT))
                .run("retort check --json", new Check(project.compilation(), Check.Format.JSON))
                .matches("check/in-step");
        assertThat(directory.toFile().list()).containsExactly("src");
        assertThat(project.migrations())
                .containsExactly(
                        "AddAges.java", "AddNicknames.java", "CreateUsers.java", "Join.java", "package-info.java");
        project.replace("shop/User.java", "    private Integer age;", "\tprivate Integer age, size;");
        Transcript.in(directory)
                .run("retort check", new Check(project.compilation(), TEXT))
                .run("retort check --json", new Check(project.compilation(), Check.Format.JSON))
                .run("retort check --sarif", new Check(project.compilation(), Check.Format.SARIF))
                .matches("check/drift");
    }

    @Test
    void checkTellsABrokenChainFromWhatCannotBeChecked() throws Exception {
        SampleProject project = SampleProject.parted(directory);
        Transcript transcript =
                Transcript.in(directory).run("retort check # two heads", new Check(project.compilation(), TEXT));
        project.write("shop/Broken.java", "package shop; class Broken { int x = ; }");
        transcript
                .run("retort check # does not compile", new Check(project.compilation(), TEXT))
                .run("retort check --sarif", new Check(project.compilation(), Check.Format.SARIF));
        Files.delete(project.sources().resolve("shop/Broken.java"));
        SampleProject other = SampleProject.merged(directory.resolve("other"));
        other.replace(
                "shop/User.java",
                "private String nickname;",
                "@OneToMany(mappedBy = \"writer\") private java.util.List<User> nickname;");
        transcript.run("retort check # Hibernate rejects it", new Check(other.compilation(), TEXT));
        Path plain = Files.createDirectories(directory.resolve("plain"));
        transcript.run("retort check # no sources", new Check(in(plain, SampleProject.TEST_CLASS_PATH), TEXT));
        Files.writeString(plain.resolve("Plain.java"), "class Plain {}");
        transcript.run("retort check # no migrations", new Check(in(plain, SampleProject.TEST_CLASS_PATH), TEXT));
        transcript.run("retort check # no processor", new Check(in(plain, List.of()), TEXT));
        transcript.run("retort check # no Hibernate", new Check(in(plain, withoutHibernate()), TEXT));
        transcript.run(
                "retort check --release 3",
                new Check(
                        new Compilation(
                                List.of(plain),
                                List.of(),
                                SampleProject.TEST_CLASS_PATH,
                                Optional.of("3"),
                                Optional.empty(),
                                List.of()),
                        TEXT));
        transcript.matches("check/refusals");
    }

    private static Compilation in(Path sources, List<Path> processorPath) {
        return new Compilation(
                List.of(sources), List.of(), processorPath, Optional.empty(), Optional.empty(), List.of());
    }

    private static List<Path> withoutHibernate() {
        return SampleProject.TEST_CLASS_PATH.stream()
                .filter(entry -> !entry.getFileName().toString().startsWith("hibernate-core"))
                .toList();
    }

    @Test
    void revisionsAreWrittenUntilNothingDiffers() throws Exception {
        SampleProject project = SampleProject.begun(directory);
        Transcript transcript = Transcript.in(directory)
                .run("retort revision --autogenerate -m 'Create users'", autogenerate(project, "Create users"))
                .run("retort check", new Check(project.compilation(), TEXT))
                .run("retort revision --autogenerate -m Again", autogenerate(project, "Again"));
        assertThat(project.migrations()).containsExactly("CreateUsers.java", "package-info.java");
        project.replace("shop/User.java", "private String nickname;", "private String handle;");
        transcript.run("retort revision --autogenerate -m 'Call it handle'", autogenerate(project, "Call it handle"));
        assertThat(project.migrations()).containsExactly("CreateUsers.java", "package-info.java");
        transcript
                .run(
                        "retort revision --autogenerate --rename users.nickname:users.handle -m 'Call it handle'",
                        autogenerate(project, "Call it handle", "users.nickname:users.handle"))
                .run("retort check", new Check(project.compilation(), TEXT));
        assertThat(Files.readString(project.sources().resolve("shop/migrations/CallItHandle.java")))
                .contains("op.renameColumn(\"users\", \"nickname\", \"handle\");");
        transcript.matches("revision/autogenerate");
    }

    @Test
    void anEmptyRevisionIsWrittenWhateverDiffers() throws Exception {
        SampleProject project = SampleProject.merged(directory);
        project.replace("shop/User.java", "private Integer age;", "private Integer age, size;");
        Transcript.in(directory)
                .run(
                        "retort revision -m 'Fill in ages'",
                        new NewRevision(project.compilation(), "Fill in ages", false, List.of(), Optional.empty()))
                .run(
                        "retort revision -m 'Call it' --rename users.a:users.b",
                        new NewRevision(
                                project.compilation(), "Call it", false, List.of("users.a:users.b"), Optional.empty()))
                .run(
                        "retort revision -m ''",
                        new NewRevision(project.compilation(), " ", false, List.of(), Optional.empty()))
                .run(
                        "retort revision -m Elsewhere --into missing",
                        new NewRevision(
                                project.compilation(),
                                "Elsewhere",
                                false,
                                List.of(),
                                Optional.of(directory.resolve("missing"))))
                .matches("revision/empty");
        assertThat(Files.readString(project.sources().resolve("shop/migrations/FillInAges.java")))
                .contains("revises = \"c0ffee000004\"", "public void upgrade(Operations op) {}");
        assertThat(project.migrations()).doesNotContain("CallIt.java", "Elsewhere.java");
    }

    @Test
    void headsAreMergedOnce() throws Exception {
        SampleProject project = SampleProject.parted(directory);
        Merge merge = new Merge(project.compilation(), "Merge both", Optional.empty());
        Transcript.in(directory)
                .run("retort merge -m 'Merge both'", merge)
                .run("retort check", new Check(project.compilation(), TEXT))
                .run("retort merge -m 'Merge both'", merge)
                .matches("merge/once");
        assertThat(Files.readString(project.sources().resolve("shop/migrations/MergeBoth.java")))
                .contains("revises = {\"b0b000000002\", \"cab000000003\"}");
    }
}
