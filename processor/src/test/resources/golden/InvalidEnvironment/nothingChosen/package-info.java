@MigrationEnvironment(
        dialects = "sqlite",
        entityPackages = "app.modle", // [InvalidEnvironment]
        settings = "globally=true") // [InvalidEnvironment]
package app;

import dev.retort.MigrationEnvironment;
