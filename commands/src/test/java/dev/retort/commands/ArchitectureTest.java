package dev.retort.commands;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.retort.commands", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheRuntimeAndTheJdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.tools",
                    "javax.sql",
                    "dev.retort.commands..",
                    "dev.retort.runtime",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule onlyCompileSpeaksToTheCompiler = noClasses()
            .that()
            .resideOutsideOfPackage("dev.retort.commands.compile")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.tools");

    @ArchTest
    static final ArchRule onlyDatabaseSpeaksJdbc = noClasses()
            .that()
            .resideOutsideOfPackage("dev.retort.commands.database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql", "javax.sql");

    @ArchTest
    static final ArchRule wordsKnowNeitherCompilerNorDatabase = noClasses()
            .that()
            .resideInAPackage("dev.retort.commands.text")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.retort.commands.compile", "dev.retort.commands.database");

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
