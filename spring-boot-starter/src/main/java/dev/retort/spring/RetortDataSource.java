package dev.retort.spring;

import dev.retort.runtime.MigrationRegistry;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the bean of a data source that Retort migrates in place of the primary one: that of a user who may change tables,
 * or of a second database. It is commonly not the one that is injected elsewhere: {@code @Bean(defaultCandidate = false)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RetortDataSource {

    /** The generated registry that it is for; without one, for every registry that no other data source is named for. */
    Class<? extends MigrationRegistry> value() default MigrationRegistry.class;
}
