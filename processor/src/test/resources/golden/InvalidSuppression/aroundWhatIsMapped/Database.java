package app;

import dev.retort.MigrationEnvironment;

@MigrationEnvironment(dialects = "sqlite")
@SuppressWarnings("retort:MultipleHeads")
interface Database {} // [InvalidSuppression]
