@MigrationEnvironment(dialects = {"sqlite", "h2", "postgresql"})
package app;

import dev.retort.MigrationEnvironment;
