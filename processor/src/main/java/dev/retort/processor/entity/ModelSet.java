package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The model in each dialect.
 *
 * @param models in the order of the environment's dialects
 */
public record ModelSet(Map<DatabaseDialect, Model> models) {

    public ModelSet {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** @throws IllegalArgumentException for a dialect that was not asked for */
    public Model model(DatabaseDialect dialect) {
        Model model = models.get(dialect);
        if (model == null) {
            throw new IllegalArgumentException("no model in dialect " + dialect);
        }
        return model;
    }
}
