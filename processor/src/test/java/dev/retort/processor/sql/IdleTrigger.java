package dev.retort.processor.sql;

import java.sql.Connection;
import org.h2.api.Trigger;

/** What a trigger of H2 calls: it does nothing. */
public final class IdleTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) {}
}
