@MigrationEnvironment(dialects = {"h2", "mariadb"})
package app;

import dev.retort.MigrationEnvironment;
