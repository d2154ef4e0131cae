package app;

import java.util.EnumSet;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.ExportableProducer;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;

public class Numbers implements BeforeExecutionGenerator, ExportableProducer { // [UnavailableClass]
    @Override
    public void registerExportables(Database database) {
        Generated.sequence(database);
    }

    @Override
    public Object generate(
            SharedSessionContractImplementor session, Object owner, Object value, EventType event) {
        return 1L;
    }

    @Override
    public EnumSet<EventType> getEventTypes() {
        return EventTypeSets.INSERT_ONLY;
    }
}
