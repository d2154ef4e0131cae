@MigrationEnvironment(
        dialects = {"sqlite", "h2"},
        unmapped = "active_*")
package app;

import dev.retort.MigrationEnvironment;
