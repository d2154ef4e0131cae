package dev.retort.processor.diff.mutants;

import dev.retort.processor.entity.Corpus;
import dev.retort.processor.entity.Model;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;

/** A model whose indexes are all unique: Hibernate makes unique keys of those that a mapping asks for. */
public final class UniqueIndexes {

    private UniqueIndexes() {}

    public static Model in(Model model) {
        Schema schema = model.schema();
        for (Table table : List.copyOf(schema.tables())) {
            schema = schema.with(table.withIndexes(
                    table.indexes().stream().map(UniqueIndexes::unique).toList()));
        }
        return Corpus.with(model, schema);
    }

    private static Index unique(Index index) {
        return new Index(index.name(), index.parts(), true, false);
    }
}
