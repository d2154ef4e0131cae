package dev.retort.spring;

import java.io.Serial;

/** The application has the starter, and nothing to migrate with. */
public final class MissingRegistryException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String ACTION = """
            Have the compiler run Retort's processor, and build anew:
              - JDK 23 and later run no processor that is merely on the class path. Name retort-processor under\
             annotationProcessorPaths of maven-compiler-plugin, or annotationProcessor in Gradle, or pass -proc:full.
              - An IDE may be set to compile without processors.
              - In a jar that is made of several, META-INF/services/dev.retort.runtime.MigrationRegistry must be that of all\
             of them.
            Or declare the registry as a bean: @Bean MigrationRegistry migrations() { return AppMigrations.registry(); }
            Or migrate nothing: spring.retort.enabled=false""";

    MissingRegistryException() {
        super(
                "no registry of migrations was found: neither a bean of the type MigrationRegistry, nor one that is listed in"
                        + " META-INF/services/dev.retort.runtime.MigrationRegistry, where Retort's processor lists what it generates");
    }
}
