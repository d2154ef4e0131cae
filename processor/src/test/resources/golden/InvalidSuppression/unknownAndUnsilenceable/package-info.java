@MigrationEnvironment(dialects = "sqlite")
package app;

import dev.retort.MigrationEnvironment;
