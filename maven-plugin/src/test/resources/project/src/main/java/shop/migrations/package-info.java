@MigrationEnvironment(dialects = "h2", registry = "ShopMigrations")
package shop.migrations;

import dev.retort.MigrationEnvironment;
