@MigrationEnvironment(dialects = "sqlite", unmapped = "users.legacy_*")
package app;

import dev.retort.MigrationEnvironment;
