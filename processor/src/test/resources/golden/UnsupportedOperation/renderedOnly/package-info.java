@MigrationEnvironment(dialects = {"sqlserver", "oracle"})
package app;

import dev.retort.MigrationEnvironment;
