@MigrationEnvironment(dialects = {"sqlite"})
package dev.retort.test.forgetful;

import dev.retort.MigrationEnvironment;
