package app;

import dev.retort.MigrationEnvironment;

@MigrationEnvironment(dialects = "sqlite", registry = "OneMigrations")
interface One {}
