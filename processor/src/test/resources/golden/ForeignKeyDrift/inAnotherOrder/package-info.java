@MigrationEnvironment(dialects = {"sqlite", "h2"})
package app;

import dev.retort.MigrationEnvironment;
