@MigrationEnvironment(dialects = "sqlite", registry = "LoopMigrations", naming = Naming.SPRING_BOOT)
package loop.migrations;

import dev.retort.MigrationEnvironment;
import dev.retort.Naming;
