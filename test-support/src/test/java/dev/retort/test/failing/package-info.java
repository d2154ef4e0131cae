@MigrationEnvironment(dialects = {"sqlite"})
package dev.retort.test.failing;

import dev.retort.MigrationEnvironment;
