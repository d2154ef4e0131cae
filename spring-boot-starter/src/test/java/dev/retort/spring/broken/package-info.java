@MigrationEnvironment(dialects = "sqlite", registry = "BrokenMigrations", entityPackages = "dev.retort.spring.broken")
package dev.retort.spring.broken;

import dev.retort.MigrationEnvironment;
