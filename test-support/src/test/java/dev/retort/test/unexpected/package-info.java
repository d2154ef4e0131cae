@MigrationEnvironment(dialects = {"sqlite"})
package dev.retort.test.unexpected;

import dev.retort.MigrationEnvironment;
