@MigrationEnvironment(dialects = {"sqlite"})
package dev.retort.test.oneway;

import dev.retort.MigrationEnvironment;
