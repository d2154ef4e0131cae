package dev.retort.adoption;

import java.sql.Connection;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** A change log of Liquibase with five change sets. */
class FromLiquibaseTest extends Adoption {

    @Override
    void migrate() throws Exception {
        try (Connection connection = database.getConnection();
                DirectoryResourceAccessor files = new DirectoryResourceAccessor(PROJECT.resolve("changelog"));
                Liquibase liquibase = new Liquibase("changelog.xml", files, new JdbcConnection(connection))) {
            liquibase.update(new Contexts());
        }
    }

    @Override
    String countOfRecords() {
        return "select count(*) from DATABASECHANGELOG";
    }

    @Override
    int records() {
        return 5;
    }
}
