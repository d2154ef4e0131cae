package dev.retort;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one database: the migrations of the annotated package (or of the annotated class's package) and of the
 * packages below it, the dialects their SQL is written for, and the entities that must match them.
 *
 * <p>Where two environments govern the same package, the nearer one wins. Migrations without any environment get
 * dialect {@code sqlite}, every entity of the compilation, and a registry {@code Migrations} in their common package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface MigrationEnvironment {

    /**
     * The databases, as {@code family} or {@code family:version}: {@code "sqlite"}, {@code "h2"}, {@code
     * "postgresql:16"}, {@code "sqlserver"}. Not empty, each family once.
     */
    String[] dialects();

    /** The simple name of the generated registry, in the annotated package; or a qualified name. */
    String registry() default "Migrations";

    /** The entities of this database, together with {@link #entityPackages}; may lie in compiled dependencies. */
    Class<?>[] entities() default {};

    /**
     * Packages whose mapped classes belong to this database, those below included; a package of a compiled dependency
     * is taken without those below it. With neither this nor {@link #entities}, every entity of the compilation does.
     */
    String[] entityPackages() default {};

    /**
     * Tables ({@code "qrtz_*"}) and columns ({@code "users.legacy_name"}) that no entity maps, on purpose; also tables of
     * entities that no operation makes, on purpose: a view, or a table that somebody else owns. {@code *} stands for any
     * characters; case does not count.
     */
    String[] unmapped() default {};

    /** The naming strategies of the application. */
    Naming naming() default Naming.JPA;

    /** Hibernate settings that change a schema, as {@code "hibernate.…=value"}; they win over {@code persistence.xml}. */
    String[] settings() default {};

    /** The unit of {@code META-INF/persistence.xml}, where that declares several. */
    String persistenceUnit() default "";

    /**
     * Mapping files, as {@code "META-INF/orders-orm.xml"}, instead of {@code META-INF/orm.xml} and of those that {@code
     * persistence.xml} names.
     */
    String[] mappingFiles() default {};
}
