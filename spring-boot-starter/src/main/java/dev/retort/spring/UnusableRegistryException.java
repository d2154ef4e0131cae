package dev.retort.spring;

import java.io.Serial;
import java.util.ServiceConfigurationError;

/** The application has the starter, and no registry that it could migrate with. */
public final class UnusableRegistryException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String BUILD_ANEW =
            "Build the application anew with javac and Retort's processor, as Maven and Gradle do.";

    private static final String RUN_THE_PROCESSOR = """
            Have the compiler run Retort's processor, and build anew:
              - JDK 23 and later run no processor that is merely on the class path. Name retort-processor under\
             annotationProcessorPaths of maven-compiler-plugin, or annotationProcessor in Gradle, or pass -proc:full.
              - An IDE may be set to compile without processors.
              - In a jar that is made of several, META-INF/services/dev.retort.runtime.MigrationRegistry must be that of all\
             of them.
            Or declare the registry as a bean: @Bean MigrationRegistry migrations() { return AppMigrations.registry(); }
            Or migrate nothing: spring.retort.enabled=false""";

    private final String action;

    private UnusableRegistryException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    private UnusableRegistryException(String message, String action) {
        super(message);
        this.action = action;
    }

    static UnusableRegistryException missing() {
        return new UnusableRegistryException(
                "no registry of migrations was found: neither a bean of the type MigrationRegistry, nor one that is listed"
                        + " in META-INF/services/dev.retort.runtime.MigrationRegistry, where Retort's processor lists what it"
                        + " generates",
                RUN_THE_PROCESSOR);
    }

    static UnusableRegistryException broken(ServiceConfigurationError cause) {
        return new UnusableRegistryException(
                "a registry that META-INF/services lists cannot be loaded: " + cause.getMessage(), BUILD_ANEW, cause);
    }

    /** @param cause what the registry says for itself, as one that Eclipse has compiled does */
    static UnusableRegistryException refusing(IllegalStateException cause) {
        return new UnusableRegistryException(String.valueOf(cause.getMessage()), BUILD_ANEW, cause);
    }

    String action() {
        return action;
    }
}
