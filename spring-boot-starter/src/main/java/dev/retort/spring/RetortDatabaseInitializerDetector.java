package dev.retort.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Has beans that use a database wait for the migrations. */
final class RetortDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    /** Behind Flyway (0 and 1) and Liquibase (0), whose tables a project may still come from; before scripts such as data.sql. */
    private static final int AFTER_OTHER_TOOLS = 2;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(RetortMigrations.class);
    }

    @Override
    public int getOrder() {
        return AFTER_OTHER_TOOLS;
    }
}
