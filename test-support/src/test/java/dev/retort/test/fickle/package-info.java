@MigrationEnvironment(dialects = {"sqlite"})
package dev.retort.test.fickle;

import dev.retort.MigrationEnvironment;
