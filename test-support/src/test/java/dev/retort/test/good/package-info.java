@MigrationEnvironment(dialects = {"sqlite", "h2", "postgresql", "mariadb"})
package dev.retort.test.good;

import dev.retort.MigrationEnvironment;
