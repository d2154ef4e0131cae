@MigrationEnvironment(dialects = {"sqlite", "h2", "postgresql", "mariadb", "mysql"})
package app;

import dev.retort.MigrationEnvironment;
