package app;

import dev.retort.Migration;

@Migration(revision = "a1") // [InvalidRevision]
class Wrong {}
