@MigrationEnvironment(dialects = {"sqlite", "h2"}) // [ColumnDrift]
package app;

import dev.retort.MigrationEnvironment;
