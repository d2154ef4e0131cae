@MigrationEnvironment(dialects = {"sqlite"})
package dev.retort.test.otherwise;

import dev.retort.MigrationEnvironment;
