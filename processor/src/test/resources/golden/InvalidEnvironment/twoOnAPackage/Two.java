package app;

import dev.retort.MigrationEnvironment;

@MigrationEnvironment(dialects = "h2", registry = "TwoMigrations") // [InvalidEnvironment]
interface Two {}
