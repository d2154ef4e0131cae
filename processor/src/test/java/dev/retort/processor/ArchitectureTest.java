package dev.retort.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The arrows between packages. A package may use those of its line and the JDK, nothing else of Retort. */
@AnalyzeClasses(packages = "dev.retort", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "dev.retort.processor.";

    @ArchTest
    static final ArchRule annotationsDependOnNothing = noClasses()
            .that()
            .resideInAnyPackage("dev.retort", "dev.retort.op")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.retort", "dev.retort.op", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule runtimeDependsOnNothing = noClasses()
            .that()
            .resideInAPackage("dev.retort.runtime..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.retort.runtime..", "java..", "javax.sql..", "org.jspecify..");

    @ArchTest
    static final ArchRule schemaKnowsTheJdkOnly = noClasses()
            .that()
            .resideInAPackage(BASE + "schema")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(BASE + "schema", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule finding = onlyUses("finding");

    @ArchTest
    static final ArchRule operation = onlyUses("operation", "schema");

    @ArchTest
    static final ArchRule dialect = onlyUses("dialect", "schema");

    @ArchTest
    static final ArchRule read = onlyUses("read", "finding", "dialect");

    @ArchTest
    static final ArchRule unit = onlyUses("unit", "finding", "read");

    @ArchTest
    static final ArchRule chain = onlyUses("chain", "finding", "read");

    @ArchTest
    static final ArchRule source = onlyUses("source", "finding", "schema", "operation", "read");

    @ArchTest
    static final ArchRule replay =
            onlyUses("replay", "finding", "schema", "operation", "dialect", "read", "chain", "source");

    @ArchTest
    static final ArchRule entity = onlyUses("entity", "finding", "schema", "dialect", "unit");

    @ArchTest
    static final ArchRule suggest = onlyUses("suggest", "schema", "operation");

    @ArchTest
    static final ArchRule diff =
            onlyUses("diff", "finding", "schema", "operation", "dialect", "read", "replay", "entity", "suggest");

    @ArchTest
    static final ArchRule write = onlyUses(
            "write",
            "finding",
            "schema",
            "operation",
            "dialect",
            "read",
            "chain",
            "source",
            "replay",
            "entity",
            "suggest",
            "diff");

    @ArchTest
    static final ArchRule catalogue = onlyUses("catalogue", "schema", "dialect");

    @ArchTest
    static final ArchRule sql = onlyUses(
            "sql", "finding", "schema", "operation", "dialect", "read", "chain", "replay", "catalogue");

    /** Scripts are written by the runtime, which writes them for users too. */
    @ArchTest
    static final ArchRule generate = onlyUses("generate", "read", "sql", "../runtime");

    @ArchTest
    static final ArchRule oneClassTouchesMessager = classes()
            .that(use("javax.annotation.processing.Messager"))
            .should()
            .haveFullyQualifiedName(BASE + "finding.Reporter");

    @ArchTest
    static final ArchRule oneClassKnowsAllStages = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(Verification|RetortProcessor)")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(BASE + "Verification");

    @ArchTest
    static final ArchRule treesAreReadInSource = classes()
            .that(use("com.sun.source"))
            // Which file a class came from, javac tells by its trees alone.
            .and()
            .doNotHaveFullyQualifiedName(BASE + "entity.SourceFiles")
            .should()
            .resideInAPackage(BASE + "source");

    @ArchTest
    static final ArchRule javaPoetWritesInGenerate =
            classes().that(use("com.palantir.javapoet")).should().resideInAPackage(BASE + "generate");

    @ArchTest
    static final ArchRule bytecodeIsWrittenInEntity =
            classes().that(use("org.objectweb.asm")).should().resideInAPackage(BASE + "entity");

    @ArchTest
    static final ArchRule modelsAreBootedInEntity = classes()
            .that(use("org.hibernate.boot.Metadata").or(use("org.hibernate.mapping")))
            .should()
            .resideInAPackage(BASE + "entity");

    @ArchTest
    static final ArchRule hibernateIsKnownInTwoPackagesAndSql = classes()
            .that(use("org.hibernate"))
            .should()
            .resideInAnyPackage(BASE + "entity", BASE + "dialect", BASE + "sql");

    private static ArchRule onlyUses(String name, String... others) {
        List<String> allowed = new ArrayList<>(List.of(BASE + name, "dev.retort", "dev.retort.op"));
        for (String other : others) {
            allowed.add(other.equals("../runtime") ? "dev.retort.runtime" : BASE + other);
        }
        return noClasses()
                .that()
                .resideInAPackage(BASE + name)
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are of Retort and not of " + allowed) {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("dev.retort")
                                && !allowed.contains(type.getPackageName());
                    }
                });
    }

    private static DescribedPredicate<JavaClass> use(String name) {
        return new DescribedPredicate<>("use " + name) {
            @Override
            public boolean test(JavaClass type) {
                return type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getName().startsWith(name));
            }
        };
    }
}
