@MigrationEnvironment(
        dialects = {
            "sqlite",
            "oracel", // [InvalidEnvironment]
            "db2", // [InvalidEnvironment]
            "h2:new", // [InvalidEnvironment]
            "sqlite:3.40" // [InvalidEnvironment]
        },
        registry = "not a name", // [InvalidEnvironment]
        settings = "globally_quoted_identifiers") // [InvalidEnvironment]
package app;

import dev.retort.MigrationEnvironment;
