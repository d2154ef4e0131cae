@MigrationEnvironment(
        dialects = {"sqlite", "postgresql"},
        registry = "ShopMigrations",
        entityPackages = "dev.retort.spring.shop",
        naming = Naming.SPRING_BOOT)
package dev.retort.spring.shop.migrations;

import dev.retort.MigrationEnvironment;
import dev.retort.Naming;
