@MigrationEnvironment(dialects = "postgresql")
package app;

import dev.retort.MigrationEnvironment;
