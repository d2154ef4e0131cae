@MigrationEnvironment(dialects = {"sqlite", "h2", "mariadb"})
package app;

import dev.retort.MigrationEnvironment;
