package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dependencies of the application that plug code into Hibernate's boot, with a processor that knows nothing of them. */
class EnversTest {
    private static final String PERSON = """
            package app;
            import jakarta.persistence.*;
            import org.hibernate.envers.*;
            @Entity @Audited public class Person { @Id Long id; @Column(length = 10) String name; @NotAudited String secret; }
            """;
    private static final String TABLES = """
            op.createTable("Person", table -> {
                table.column("id", bigint()); table.column("name", varchar(10)); table.column("secret", varchar(255));
                table.primaryKey("id"); });
            """;
    private static final String REVINFO = """
            op.createTable("REVINFO", table -> {
                table.column("REV", integer()).identity(); table.column("REVTSTMP", bigint()); table.primaryKey("REV"); });
            """;
    private static final String AUDIT = """
            op.createTable("%s", table -> {
                table.column("id", bigint()); table.column("REV", integer()); table.column("REVTYPE", tinyint());
                table.column("name", varchar(10)); table.primaryKey("REV", "id");
                table.foreignKey("REV").references("REVINFO", "REV"); });
            """;

    @TempDir
    Path folder;

    private static String migration(String body) {
        return """
            package app.db;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) { %s }
            }
            """.formatted(body);
    }

    private static String environment(String more) {
        return """
            @MigrationEnvironment(dialects = "h2"%s)
            package app.db;
            import dev.retort.MigrationEnvironment;
            """.formatted(more);
    }

    private static List<String> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** javac with a processor whose path lacks some of the class path. */
    private String messages(String notOnProcessorPath, List<String> more, String... sources) throws IOException {
        URL[] path = classPath().stream()
                .filter(entry -> !entry.contains(notOnProcessorPath))
                .map(EnversTest::url)
                .toArray(URL[]::new);
        Path output = Files.createTempDirectory(folder, "classes");
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                output.toString(),
                "-classpath",
                String.join(
                        File.pathSeparator,
                        Stream.concat(more.stream(), classPath().stream()).toList())));
        for (String source : sources) {
            Path file = output.resolve(Javac.source(source).getName().replaceFirst("^/", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
            arguments.add(file.toString());
        }
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Processor processor = (Processor) loader.loadClass(RetortProcessor.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return DiskJavac.messages(processor, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void auditTablesAreInTheModel() throws IOException {
        String all = TABLES + REVINFO + AUDIT.formatted("Person_AUD");

        assertThat(messages("hibernate-envers", List.of(), PERSON, migration(all), environment("")))
                .isEmpty();
        assertThat(messages("hibernate-envers", List.of(), PERSON, migration(TABLES), environment("")))
                .contains("[TableDrift] there is no table Person_AUD")
                .contains("[TableDrift] there is no table REVINFO");
    }

    @Test
    void settingsOfEnversCount() throws IOException {
        String all = TABLES + REVINFO + AUDIT.formatted("Person_HISTORY");

        assertThat(messages(
                        "hibernate-envers",
                        List.of(),
                        PERSON,
                        migration(all),
                        environment(", settings = \"org.hibernate.envers.audit_table_suffix=_HISTORY\"")))
                .isEmpty();
    }

    @Test
    void withoutAuditedEntitiesThereIsNothingToAdd() throws IOException {
        assertThat(messages(
                        "hibernate-envers",
                        List.of(),
                        PERSON.replace("@Audited", "").replace("@NotAudited", ""),
                        migration(TABLES),
                        environment("")))
                .isEmpty();
    }

    private static final String MONEY = "package lib; public class Money implements java.io.Serializable {}";
    private static final String CONTRIBUTOR = """
            package lib;
            import org.hibernate.boot.model.*;
            import org.hibernate.service.ServiceRegistry;
            import org.hibernate.type.*;
            public class Contributor implements TypeContributor {
              public void contribute(TypeContributions contributions, ServiceRegistry services) {
                %s
                contributions.contributeJavaType(new MoneyType());
              }
            }
            """;
    private static final String TYPE = """
            package lib;
            import org.hibernate.type.descriptor.WrapperOptions;
            import org.hibernate.type.descriptor.java.AbstractClassJavaType;
            import org.hibernate.type.descriptor.jdbc.*;
            public class MoneyType extends AbstractClassJavaType<Money> {
              public MoneyType() { super(Money.class); }
              public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) { return IntegerJdbcType.INSTANCE; }
              public <X> X unwrap(Money value, Class<X> type, WrapperOptions options) { return null; }
              public <X> Money wrap(X value, WrapperOptions options) { return null; }
            }
            """;
    private static final String WALLET = """
            package app;
            import jakarta.persistence.*;
            @Entity public class Wallet { @Id Long id; lib.Money money; }
            """;

    private static String wallets(String type) {
        return "op.createTable(\"Wallet\", table -> { table.column(\"id\", bigint()); table.column(\"money\", " + type
                + "); table.primaryKey(\"id\"); });";
    }

    private String library(String name, String provider, String... sources) throws IOException {
        Path output = Files.createDirectory(folder.resolve(name));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", output.toString(), "-cp", System.getProperty("java.class.path")));
        for (String source : sources) {
            Path file = output.resolve(Javac.source(source).getName().replaceFirst("^/", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
            arguments.add(file.toString());
        }
        assertThat(javax.tools.ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Files.createDirectories(output.resolve("META-INF/services"));
        Files.writeString(output.resolve("META-INF/services/org.hibernate.boot.model.TypeContributor"), provider);
        return output.toString();
    }

    @Test
    void typesOfALibraryThatIsNotFirstOnTheClassPath() throws IOException {
        String other = library(
                "other",
                "other.Nothing # does nothing\n",
                CONTRIBUTOR
                        .formatted("")
                        .replace("package lib", "package other")
                        .replace("class Contributor", "class Nothing")
                        .replace("contributions.contributeJavaType(new MoneyType());", ""));
        String types = library("types", "lib.Contributor", MONEY, TYPE, CONTRIBUTOR.formatted(""));

        assertThat(messages("none", List.of(other, types), WALLET, migration(wallets("integer()")), environment("")))
                .isEmpty();
        assertThat(messages("none", List.of(other, types), WALLET, migration(wallets("varchar(255)")), environment("")))
                .contains("[TypeDrift] column Wallet.money");
    }

    @Test
    void aServiceThatIsNotThereIsNamed() throws IOException {
        String types = library("types", "lib.Absent", MONEY, TYPE);

        assertThat(messages("none", List.of(types), WALLET, migration(wallets("integer()")), environment("")))
                .contains(
                        "ERROR: [UnavailableClass] a service file plugs lib.Absent into Hibernate, and the class cannot be used");
    }

    @Test
    void aServiceThatThrowsIsNamed() throws IOException {
        String types = library(
                "types",
                "lib.Contributor",
                MONEY,
                TYPE,
                CONTRIBUTOR.formatted("if (true) throw new IllegalStateException(\"no types today\");"));

        assertThat(messages("none", List.of(types), WALLET, migration(wallets("integer()")), environment("")))
                .contains("[UnreadableModel] Hibernate ran lib.Contributor, which threw IllegalStateException: no types"
                        + " today");
    }
}
