@MigrationEnvironment(dialects = "h2")
package app;

import dev.retort.MigrationEnvironment;
