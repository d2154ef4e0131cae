package app;

import dev.retort.MigrationEnvironment;

@MigrationEnvironment(dialects = "sqlite")
@SuppressWarnings("retort:InvalidOperation")
interface Database {} // [InvalidSuppression]
