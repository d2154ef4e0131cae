package dev.retort.adoption;

import org.flywaydb.core.Flyway;

/** Ten scripts of Flyway. */
class FromFlywayTest extends Adoption {

    @Override
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + PROJECT.resolve("scripts"))
                .load()
                .migrate();
    }

    @Override
    String countOfRecords() {
        return "select count(*) from \"flyway_schema_history\" where \"type\" = 'SQL'";
    }

    @Override
    int records() {
        return 10;
    }
}
