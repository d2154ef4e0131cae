package dev.retort.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.diff.mutants.Mutant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What has to be found of each kind of change, with its grade; nothing for what is no drift. In the order of the places
 * that the change gives.
 */
final class ExpectedDrift {

    static final Map<String, String> BY_KIND = byKind();

    private ExpectedDrift() {}

    /**
     * The findings that a change has to draw, sorted, each with its place.
     *
     * @throws AssertionError when the change does not say one place for each
     */
    static List<String> of(Mutant mutant) {
        String expected = BY_KIND.get(mutant.kind());
        assertThat(expected)
                .as("the kind %s is expected nowhere", mutant.kind())
                .isNotNull();
        List<String> findings = expected.isEmpty() ? List.of() : List.of(expected.split(", "));
        assertThat(mutant.places()).as(mutant.toString()).hasSameSizeAs(findings);
        return IntStream.range(0, findings.size())
                .mapToObj(i -> findings.get(i) + " at " + mutant.places().get(i))
                .sorted()
                .toList();
    }

    private static Map<String, String> byKind() {
        Map<String, String> expected = new TreeMap<>();
        tablesOfMigrations(expected);
        columnsOfMigrations(expected);
        lettersOfMigrations(expected);
        keysOfMigrations(expected);
        foreignKeysOfMigrations(expected);
        indexesOfMigrations(expected);
        checksOfMigrations(expected);
        objectsOfMigrations(expected);
        tablesAndColumnsOfModel(expected);
        keysOfModel(expected);
        indexesAndChecksOfModel(expected);
        objectsOfModel(expected);
        return expected;
    }

    private static void tablesOfMigrations(Map<String, String> expected) {
        expected.put("drop a table", "TableDrift DRIFT");
        expected.put("rename a table", "TableDrift DRIFT, TableDrift DRIFT");
        expected.put("add a table", "TableDrift DRIFT");
        expected.put("comment on a table", "");
        expected.put("change a comment", "CommentDrift DRIFT");
        expected.put("drop a comment", "CommentDrift DRIFT");
        expected.put("add a trigger", "");
        expected.put("add a schema", "");
    }

    private static void columnsOfMigrations(Map<String, String> expected) {
        expected.put("drop a column", "ColumnDrift DRIFT");
        expected.put("rename a column", "ColumnDrift DRIFT, ColumnDrift DRIFT");
        expected.put("add a column", "ColumnDrift DRIFT");
        expected.put("add a column that is not null", "ColumnDrift DRIFT");
        expected.put("change a type", "TypeDrift DRIFT");
        expected.put("change a type that is written the same", "");
        expected.put("flip nullability", "NullabilityDrift DRIFT");
        expected.put("change a default", "DefaultDrift DRIFT");
        expected.put("drop a default", "DefaultDrift DRIFT");
        expected.put("add a default", "");
        expected.put("write a default differently", "");
        expected.put("number a column", "TypeDrift DRIFT");
        expected.put("no longer number a column", "TypeDrift DRIFT");
        expected.put("comment on a column", "");
        expected.put("change a column's comment", "CommentDrift DRIFT");
        expected.put("drop a column's comment", "CommentDrift DRIFT");
        expected.put("set a collation", "");
        expected.put("change a collation", "TypeDrift DRIFT");
        expected.put("drop a collation", "TypeDrift DRIFT");
        expected.put("generate a column", "TypeDrift DRIFT");
        expected.put("generate a column that has a default", "TypeDrift DRIFT");
        expected.put("generate a column that is only read", "");
        expected.put("change what a column is generated from", "TypeDrift DRIFT");
        expected.put("write what a column is generated from differently", "");
        expected.put("no longer generate a column", "TypeDrift DRIFT");
    }

    private static void lettersOfMigrations(Map<String, String> expected) {
        expected.put("write a table in capitals", "");
        expected.put("write a table in capitals where names are files", "TableDrift DRIFT");
        expected.put("quote a table in capitals", "TableDrift DRIFT");
        expected.put("quote a table in capitals where that is the same", "");
        expected.put("write a column in capitals", "");
        expected.put("quote a column in capitals", "ColumnDrift DRIFT");
        expected.put("quote a column in capitals where that is the same", "");
        expected.put("write a sequence in capitals", "");
        expected.put("write a sequence in capitals where names are files", "SequenceDrift DRIFT");
        expected.put("quote a sequence in capitals", "SequenceDrift DRIFT");
        expected.put("quote a sequence in capitals where that is the same", "");
        expected.put("write a view in capitals", "");
        expected.put("write a view in capitals where names are files", "TableDrift DRIFT");
        expected.put("quote a view in capitals", "TableDrift DRIFT");
        expected.put("quote a view in capitals where that is the same", "");
    }

    private static void keysOfMigrations(Map<String, String> expected) {
        expected.put("drop a primary key", "PrimaryKeyDrift DRIFT");
        expected.put("reorder a primary key", "PrimaryKeyDrift DRIFT");
        expected.put("add a column to a primary key", "PrimaryKeyDrift DRIFT");
        expected.put("take a column out of a primary key", "PrimaryKeyDrift DRIFT");
        expected.put("rename a primary key", "");
        expected.put("drop a unique key", "UniqueDrift DRIFT");
        expected.put("rename a unique key", "UniqueDrift DRIFT");
        expected.put("rename a unique key that nobody named", "");
        expected.put("reorder a unique key", "UniqueDrift DRIFT");
        expected.put("add a column to a unique key", "UniqueDrift DRIFT");
        expected.put("add a column to a unique key that nobody named", "UniqueDrift DRIFT, UniqueDrift SURPLUS");
        expected.put("take a column out of a unique key", "UniqueDrift DRIFT");
        expected.put("take a column out of a unique key that nobody named", "UniqueDrift DRIFT, UniqueDrift SURPLUS");
        expected.put("make a unique key an index", "");
        expected.put("make a unique key an index that is not unique", "UniqueDrift DRIFT, IndexDrift SURPLUS");
        expected.put("make a unique key an index of some rows", "UniqueDrift DRIFT");
        expected.put("add a unique key", "UniqueDrift SURPLUS");
        expected.put("add a unique key of the database's own", "");
    }

    private static void foreignKeysOfMigrations(Map<String, String> expected) {
        expected.put("drop a foreign key", "ForeignKeyDrift DRIFT");
        expected.put("rename a foreign key", "ForeignKeyDrift DRIFT");
        expected.put("rename a foreign key that nobody named", "");
        expected.put("change an action", "ForeignKeyDrift DRIFT");
        expected.put("change an action on update", "ForeignKeyDrift DRIFT");
        expected.put("say an action on update", "");
        expected.put("reorder a foreign key", "ForeignKeyDrift DRIFT");
        expected.put("cross a foreign key", "ForeignKeyDrift DRIFT");
        expected.put("change a target", "ForeignKeyDrift DRIFT");
        expected.put("add a foreign key", "ForeignKeyDrift SURPLUS");
        expected.put("add a foreign key of the database's own", "");
    }

    private static void indexesOfMigrations(Map<String, String> expected) {
        expected.put("drop an index", "IndexDrift DRIFT");
        expected.put("rename an index", "IndexDrift DRIFT");
        expected.put("rename an index that nobody named", "");
        expected.put("turn an index round", "IndexDrift DRIFT");
        expected.put("reorder an index", "IndexDrift DRIFT");
        expected.put("add a column to an index", "IndexDrift DRIFT");
        expected.put("add a column to an index that nobody named", "IndexDrift DRIFT, IndexDrift SURPLUS");
        expected.put("take a column out of an index", "IndexDrift DRIFT");
        expected.put("take a column out of an index that nobody named", "IndexDrift DRIFT, IndexDrift SURPLUS");
        expected.put("let an index hold a column more", "");
        expected.put("limit an index to some rows", "IndexDrift DRIFT");
        expected.put("make an index unique", "IndexDrift DRIFT, UniqueDrift SURPLUS");
        expected.put("drop a unique index", "UniqueDrift DRIFT");
        expected.put("rename a unique index", "UniqueDrift DRIFT");
        expected.put("rename a unique index that nobody named", "");
        expected.put("turn a unique index round", "UniqueDrift DRIFT");
        expected.put("reorder a unique index", "UniqueDrift DRIFT");
        expected.put("add a column to a unique index", "UniqueDrift DRIFT");
        expected.put("add a column to a unique index that nobody named", "UniqueDrift DRIFT, UniqueDrift SURPLUS");
        expected.put("take a column out of a unique index", "UniqueDrift DRIFT");
        expected.put("take a column out of a unique index that nobody named", "UniqueDrift DRIFT, UniqueDrift SURPLUS");
        expected.put("let a unique index hold a column more", "");
        expected.put("limit a unique index to some rows", "UniqueDrift DRIFT");
        expected.put("make a unique index a plain one", "UniqueDrift DRIFT, IndexDrift SURPLUS");
        expected.put("add an index", "IndexDrift SURPLUS");
        expected.put("add an index on an expression", "IndexDrift SURPLUS");
        expected.put("add an index of the database's own", "");
    }

    private static void checksOfMigrations(Map<String, String> expected) {
        expected.put("drop a check", "CheckDrift DRIFT");
        expected.put("rename a check", "CheckDrift DRIFT");
        expected.put("rename a check that nobody named", "");
        expected.put("widen a check", "CheckDrift DRIFT");
        expected.put("write a check differently", "");
        expected.put("add a check", "CheckDrift SURPLUS");
        expected.put("add a check of the database's own", "");
        expected.put("add an exclusion", "");
    }

    private static void objectsOfMigrations(Map<String, String> expected) {
        expected.put("drop a sequence", "SequenceDrift DRIFT");
        expected.put("rename a sequence", "SequenceDrift DRIFT, SequenceDrift DRIFT");
        expected.put("change a sequence", "SequenceDrift DRIFT");
        expected.put("change a sequence that is a table", "");
        expected.put("say the limits of a sequence", "");
        expected.put("add a sequence", "SequenceDrift DRIFT");
        expected.put("add a value to a named type", "TypeDrift DRIFT");
        expected.put("rename a value of a named type", "TypeDrift DRIFT");
        expected.put("take a value out of a named type", "TypeDrift DRIFT");
        expected.put("reorder a named type", "");
        expected.put("drop a named type and its use", "TypeDrift DRIFT, TypeDrift DRIFT");
        expected.put("add a named type", "TypeDrift DRIFT");
        expected.put("drop an object", "TypeDrift DRIFT");
        expected.put("change an object", "TypeDrift DRIFT");
        expected.put("write an object differently", "");
        expected.put("add an object", "TypeDrift DRIFT");
        expected.put("drop a view", "TableDrift DRIFT");
        expected.put("change a view", "TableDrift DRIFT");
        expected.put("write a view differently", "");
        expected.put("add a view", "");
    }

    private static void tablesAndColumnsOfModel(Map<String, String> expected) {
        expected.put("model: add a table", "TableDrift DRIFT");
        expected.put("model: remove a table", "TableDrift DRIFT");
        expected.put("model: rename a table", "TableDrift DRIFT, TableDrift DRIFT");
        expected.put("model: comment on a table", "CommentDrift DRIFT");
        expected.put("model: remove a comment", "");
        expected.put("model: comment where there are none", "");
        expected.put("model: add a column", "ColumnDrift DRIFT");
        expected.put("model: add a column with all that hangs on it", "ColumnDrift DRIFT");
        expected.put("model: remove a column", "ColumnDrift DRIFT");
        expected.put("model: rename a column", "ColumnDrift DRIFT, ColumnDrift DRIFT");
        expected.put("model: change a type", "TypeDrift DRIFT");
        expected.put("model: flip nullability", "NullabilityDrift DRIFT");
        expected.put("model: set a default", "DefaultDrift DRIFT");
        expected.put("model: remove a default", "");
        expected.put("model: comment on a column", "CommentDrift DRIFT");
        expected.put("model: remove a column's comment", "");
        expected.put("model: set a collation", "TypeDrift DRIFT");
        expected.put("model: remove a collation", "");
        expected.put("model: generate a column", "TypeDrift DRIFT");
        expected.put("model: no longer generate a column", "TypeDrift DRIFT");
        expected.put("model: flip identity", "TypeDrift DRIFT");
    }

    private static void keysOfModel(Map<String, String> expected) {
        expected.put("model: reorder a primary key", "PrimaryKeyDrift DRIFT");
        expected.put("model: remove a primary key", "PrimaryKeyDrift DRIFT");
        expected.put("model: name a primary key", "");
        expected.put("model: add a unique key", "UniqueDrift DRIFT");
        expected.put("model: remove a unique key", "UniqueDrift SURPLUS");
        expected.put("model: name a unique key", "UniqueDrift DRIFT");
        expected.put("model: reorder a unique key", "UniqueDrift DRIFT");
        expected.put("model: change an action", "ForeignKeyDrift DRIFT");
        expected.put("model: change an action on update", "ForeignKeyDrift DRIFT");
        expected.put("model: name a foreign key", "ForeignKeyDrift DRIFT");
        expected.put("model: add a foreign key", "ForeignKeyDrift DRIFT");
        expected.put("model: remove a foreign key", "ForeignKeyDrift SURPLUS");
    }

    private static void indexesAndChecksOfModel(Map<String, String> expected) {
        expected.put("model: add an index", "IndexDrift DRIFT");
        expected.put("model: add an index on an expression", "IndexDrift DRIFT");
        expected.put("model: remove an index", "IndexDrift SURPLUS");
        expected.put("model: name an index", "IndexDrift DRIFT");
        expected.put("model: turn an index round", "IndexDrift DRIFT");
        expected.put("model: reorder an index", "IndexDrift DRIFT");
        expected.put("model: make an index unique", "UniqueDrift DRIFT, IndexDrift SURPLUS");
        expected.put("model: remove a unique index", "UniqueDrift SURPLUS");
        expected.put("model: name a unique index", "UniqueDrift DRIFT");
        expected.put("model: turn a unique index round", "UniqueDrift DRIFT");
        expected.put("model: reorder a unique index", "UniqueDrift DRIFT");
        expected.put("model: make a unique index a plain one", "IndexDrift DRIFT, UniqueDrift SURPLUS");
        expected.put("model: add a check", "CheckDrift DRIFT");
        expected.put("model: remove a check", "CheckDrift SURPLUS");
        expected.put("model: name a check", "CheckDrift DRIFT");
        expected.put("model: widen a check", "CheckDrift DRIFT");
        expected.put("model: write a check differently", "");
    }

    private static void objectsOfModel(Map<String, String> expected) {
        expected.put("model: change a sequence", "SequenceDrift DRIFT");
        expected.put("model: change a sequence that is a table", "");
        expected.put("model: remove a sequence", "SequenceDrift DRIFT");
        expected.put("model: rename a sequence", "SequenceDrift DRIFT, SequenceDrift DRIFT");
        expected.put("model: add a sequence", "SequenceDrift DRIFT");
        expected.put("model: add an object", "TypeDrift DRIFT");
        expected.put("model: change an object", "TypeDrift DRIFT");
        expected.put("model: remove an object", "TypeDrift DRIFT");
        expected.put("model: add a value to a named type", "TypeDrift DRIFT");
        expected.put("model: rename a value of a named type", "TypeDrift DRIFT");
        expected.put("model: take a value out of a named type", "TypeDrift DRIFT");
        expected.put("model: add a view", "TableDrift DRIFT");
        expected.put("model: change a view", "TableDrift DRIFT");
        expected.put("model: remove a view", "");
    }
}
