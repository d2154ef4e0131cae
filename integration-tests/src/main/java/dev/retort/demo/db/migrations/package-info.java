/** How the database of the download service came to be: one class a revision, read by the compiler. */
@MigrationEnvironment(
        dialects = {"sqlite", "h2"},
        registry = "JobsMigrations",
        naming = Naming.SPRING_BOOT)
package dev.retort.demo.db.migrations;

import dev.retort.MigrationEnvironment;
import dev.retort.Naming;
