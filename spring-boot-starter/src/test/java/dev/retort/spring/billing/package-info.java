@MigrationEnvironment(dialects = "sqlite", registry = "BillingMigrations", entityPackages = "dev.retort.spring.billing")
package dev.retort.spring.billing;

import dev.retort.MigrationEnvironment;
