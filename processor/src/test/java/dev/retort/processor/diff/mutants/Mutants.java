package dev.retort.processor.diff.mutants;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.Model;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Every single change to either side of a model and migrations that equal it. A new subject is a class and a line here. */
public final class Mutants {

    private Mutants() {}

    /**
     * Makes them all.
     *
     * @param head what {@code base} makes
     * @param fallback where findings point that have no place of their own
     */
    public static List<Mutant> of(
            DatabaseDialect dialect, Schema head, List<Operation> base, Model model, Location fallback) {
        Original original = new Original(dialect, head, base, model, fallback, new ArrayList<>());
        head.tables().forEach(table -> ofMigrations(original, table));
        new SequenceMutants(original).make();
        new ObjectMutants(original).make();
        new LetterCaseMutants(original).make();
        new SchemaAdditionMutants(original).make();
        model.schema().tables().forEach(table -> ofModel(original, table));
        new ModelSequenceMutants(original).make();
        new ModelObjectMutants(original).make();
        return original.mutants();
    }

    private static void ofMigrations(Original original, Table table) {
        new TableMutants(original, table).make();
        table.columns().forEach(column -> {
            new ColumnMutants(original, table, column).make();
            new ColumnTextMutants(original, table, column).make();
        });
        new PrimaryKeyMutants(original, table).make();
        table.uniqueKeys().forEach(key -> new UniqueKeyMutants(original, table, key).make());
        table.foreignKeys().forEach(key -> new ForeignKeyMutants(original, table, key).make());
        table.indexes().forEach(index -> new IndexMutants(original, table, index).make());
        table.checks().forEach(check -> new CheckMutants(original, table, check).make());
        new AdditionMutants(original, table).make();
    }

    private static void ofModel(Original original, Table table) {
        new ModelTableMutants(original, table).make();
        table.columns().forEach(column -> new ModelColumnMutants(original, table, column).make());
        new ModelKeyMutants(original, table).make();
        table.foreignKeys().forEach(key -> new ModelForeignKeyMutants(original, table, key).make());
        table.indexes().forEach(index -> new ModelIndexMutants(original, table, index).make());
        table.checks().forEach(check -> new ModelCheckMutants(original, table, check).make());
        new ModelAdditionMutants(original, table).make();
    }
}
