@MigrationEnvironment(dialects = "h2", registry = "AppMigrations")
package com.acme.db.migrations;

import dev.retort.MigrationEnvironment;
