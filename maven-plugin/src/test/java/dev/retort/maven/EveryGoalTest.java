package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.maven.SampleProject.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A developer's days with Maven: every goal, as it is called and what it says. */
class EveryGoalTest {
    private static final String ENTITY = "src/main/java/shop/User.java";

    @TempDir
    Path folder;

    @Test
    void fromTheFirstRevisionToAMerge() throws Exception {
        SampleProject project = SampleProject.in(folder);

        said(project, "first-revision", true, "retort:revision", "-Dmessage=Create users");
        said(project, "first-upgrade", true, "compile", "retort:upgrade", "retort:current");

        project.replace(ENTITY, "private String email;", "private String email;\n\n    private String nickname;");
        said(project, "drift", false, "retort:check");
        Build sarif = project.maven("retort:check", "-Dsarif", "-Doutput=target/retort.sarif");
        assertThat(sarif.successful()).isFalse();
        assertThat(project.directory().resolve("target/retort.sarif"))
                .content()
                .contains("\"version\": \"2.1.0\"", "\"ruleId\": \"ColumnDrift\"", "\"startLine\": 17");

        said(project, "revision", true, "retort:revision", "-Dmessage=Add nicknames");
        said(project, "in-step", true, "retort:check", "compile", "retort:history", "retort:heads", "retort:show");

        Build script = project.maven("retort:upgrade", "-Dsql", "-Dtarget=head-1:head", "-Doutput=target/upgrade.sql");
        assertThat(script.successful()).as(script.output()).isTrue();
        project.assertText("upgrade.sql", Files.readString(project.directory().resolve("target/upgrade.sql")));

        said(project, "behind", false, "retort:current", "-DcheckHeads");
        said(project, "upgrade", true, "retort:upgrade", "retort:current", "retort:verify", "-DcheckHeads");
        said(project, "downgrade-refused", false, "retort:downgrade", "-Dtarget=-1");
        said(project, "downgrade", true, "retort:downgrade", "-Dtarget=-1", "-Dyes", "retort:current");
        said(project, "stamp-refused", false, "retort:stamp", "-Dtarget=head");
        said(project, "stamp", true, "retort:stamp", "-Dtarget=head", "-Dunverified", "retort:current");
        said(project, "verify", false, "retort:verify");

        project.add("src/main/java/shop/migrations/Other.java", """
                package shop.migrations;

                import dev.retort.Migration;
                import dev.retort.SchemaMigration;
                import dev.retort.op.Operations;

                @Migration(revision = "00000000aaaa", revises = "%s", message = "Another head")
                final class Other implements SchemaMigration {
                    @Override
                    public void upgrade(Operations op) {}
                }
                """.formatted(project.revision(1)));
        said(project, "two-heads", false, "retort:check");
        said(project, "merge", true, "retort:merge", "-Dmessage=Merge the heads");
        said(project, "merged", true, "compile", "retort:branches", "retort:history");
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        SampleProject project = SampleProject.in(folder);

        said(project, "nothing-compiled", false, "retort:upgrade");
        assertThat(project.maven("retort:revision").output())
                .contains("The parameters 'message' for goal dev.retort:retort-maven-plugin:")
                .contains("are missing or invalid");
        said(
                project,
                "wrong-url",
                false,
                "retort:revision",
                "-Dmessage=One",
                "compile",
                "retort:current",
                "-Durl=jdbc:nothing://localhost/x?password=hidden");
    }

    @Test
    void helpListsTheGoals() throws Exception {
        said(SampleProject.in(folder), "help", true, "retort:help");
    }

    private static void said(SampleProject project, String golden, boolean successful, String... words)
            throws Exception {
        Build build = project.maven(words);
        project.assertSaid(golden, build);
        assertThat(build.successful()).as(build.output()).isEqualTo(successful);
    }
}
