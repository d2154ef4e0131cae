@MigrationEnvironment(dialects = {"h2", "postgresql"})
package app;

import dev.retort.MigrationEnvironment;
