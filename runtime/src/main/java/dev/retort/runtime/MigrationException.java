package dev.retort.runtime;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A migration was refused or failed. There is one subclass a case. The first line of the message stands alone; the
 * lines after it say why, and under {@code help:} what to do.
 */
public abstract class MigrationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    MigrationException(String sentence, String reason, String help, @Nullable Throwable cause) {
        super(sentence + "\n  " + reason.strip().replace("\n", "\n  ") + "\n  help: " + help, cause);
    }

    MigrationException(String sentence, String reason, String help) {
        this(sentence, reason, help, null);
    }
}
