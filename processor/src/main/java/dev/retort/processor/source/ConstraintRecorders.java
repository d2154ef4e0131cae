package dev.retort.processor.source;

import dev.retort.op.CheckBuilder;
import dev.retort.op.ExclusionBuilder;
import dev.retort.op.ForeignKeyBuilder;
import dev.retort.op.IndexBuilder;
import dev.retort.op.IndexDrop;
import dev.retort.op.PrimaryKeyBuilder;
import dev.retort.op.ReferentialAction;
import dev.retort.op.UniqueBuilder;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Record keys, checks and indexes: in a new table or by an operation of their own. */
final class ConstraintRecorders {

    private ConstraintRecorders() {}

    static final class PrimaryKeys implements PrimaryKeyBuilder {
        private final List<Name> columns;
        private Name name;

        PrimaryKeys(List<Name> columns, Name name) {
            this.columns = columns;
            this.name = name;
        }

        @Override
        public PrimaryKeyBuilder named(String newName) {
            name = Name.of(newName);
            return this;
        }

        PrimaryKey key() {
            return new PrimaryKey(Optional.of(name), columns);
        }
    }

    static final class ForeignKeys implements ForeignKeyBuilder {
        private final List<Name> columns;
        private Name name;
        private Optional<QualifiedName> table = Optional.empty();
        private List<Name> referenced = List.of();
        private ForeignKey.Action onDelete = ForeignKey.Action.NO_ACTION;
        private ForeignKey.Action onUpdate = ForeignKey.Action.NO_ACTION;
        private boolean databaseOnly;

        ForeignKeys(List<Name> columns, Name name) {
            this.columns = columns;
            this.name = name;
        }

        @Override
        public ForeignKeyBuilder references(String newTable, String... newColumns) {
            table = Optional.of(QualifiedName.of(newTable));
            referenced = Name.listOf(List.of(newColumns));
            return this;
        }

        @Override
        public ForeignKeyBuilder onDelete(ReferentialAction action) {
            onDelete = ForeignKey.Action.valueOf(action.name());
            return this;
        }

        @Override
        public ForeignKeyBuilder onUpdate(ReferentialAction action) {
            onUpdate = ForeignKey.Action.valueOf(action.name());
            return this;
        }

        @Override
        public ForeignKeyBuilder named(String newName) {
            name = Name.of(newName);
            return this;
        }

        @Override
        public ForeignKeyBuilder databaseOnly() {
            databaseOnly = true;
            return this;
        }

        ForeignKey key() {
            QualifiedName target = table.orElseThrow(() -> new RefusedException(
                    "foreign key " + Names.list(columns) + " refers to no table",
                    "name a table and its key: .references(\"…\", \"…\")"));
            if (referenced.size() != columns.size() || columns.isEmpty()) {
                throw new RefusedException(
                        "foreign key " + Names.list(columns) + " to " + target + " " + Names.list(referenced)
                                + " does not pair its columns",
                        "name one column in references(…) for each column of the key");
            }
            return new ForeignKey(Optional.of(name), columns, target, referenced, onDelete, onUpdate, databaseOnly);
        }
    }

    static final class UniqueKeys implements UniqueBuilder {
        private final List<Name> columns;
        private Name name;
        private boolean databaseOnly;

        UniqueKeys(List<Name> columns, Name name) {
            this.columns = columns;
            this.name = name;
        }

        @Override
        public UniqueBuilder named(String newName) {
            name = Name.of(newName);
            return this;
        }

        @Override
        public UniqueBuilder databaseOnly() {
            databaseOnly = true;
            return this;
        }

        UniqueKey key() {
            return new UniqueKey(Optional.of(name), columns, databaseOnly);
        }
    }

    static final class Checks implements CheckBuilder {
        private final String condition;
        private Name name;
        private boolean databaseOnly;

        Checks(String condition, Name name) {
            this.condition = condition;
            this.name = name;
        }

        @Override
        public CheckBuilder named(String newName) {
            name = Name.of(newName);
            return this;
        }

        @Override
        public CheckBuilder databaseOnly() {
            databaseOnly = true;
            return this;
        }

        Check check() {
            return new Check(Optional.of(name), condition.strip(), databaseOnly);
        }
    }

    static final class Indexes implements IndexBuilder {
        private final Name name;
        private final List<IndexPart> parts;
        private boolean unique;
        private boolean databaseOnly;
        private boolean concurrently;
        private List<Name> included = List.of();
        private Optional<String> where = Optional.empty();

        Indexes(Name name, List<IndexPart> parts) {
            this.name = name;
            this.parts = parts;
        }

        @Override
        public IndexBuilder unique() {
            unique = true;
            return this;
        }

        @Override
        public IndexBuilder databaseOnly() {
            databaseOnly = true;
            return this;
        }

        @Override
        public IndexBuilder where(String condition) {
            where = Optional.of(ColumnRecorder.notBlank("where", condition));
            return this;
        }

        @Override
        public IndexBuilder include(String... columns) {
            included = Name.listOf(List.of(columns));
            return this;
        }

        @Override
        public IndexBuilder concurrently() {
            concurrently = true;
            return this;
        }

        Index index() {
            return new Index(Optional.of(name), parts, unique, databaseOnly, included, where);
        }

        boolean isConcurrent() {
            return concurrently;
        }
    }

    static final class Exclusions implements ExclusionBuilder {
        private final Name name;
        private final List<Exclusion.Element> elements = new ArrayList<>();
        private String method = "gist";
        private Optional<String> where = Optional.empty();

        Exclusions(Name name) {
            this.name = name;
        }

        @Override
        public ExclusionBuilder using(String newMethod) {
            method = ColumnRecorder.notBlank("using", newMethod);
            return this;
        }

        @Override
        public ExclusionBuilder with(String element, String operator) {
            elements.add(new Exclusion.Element(IndexPart.of(element), ColumnRecorder.notBlank("with", operator)));
            return this;
        }

        @Override
        public ExclusionBuilder where(String condition) {
            where = Optional.of(ColumnRecorder.notBlank("where", condition));
            return this;
        }

        Exclusion exclusion() {
            if (elements.isEmpty()) {
                throw new RefusedException(
                        "exclusion " + name + " compares nothing",
                        "say what it compares, and how: .with(\"…\", \"=\")");
            }
            return new Exclusion(Optional.of(name), method, elements, where);
        }
    }

    static final class IndexDrops implements IndexDrop {
        private final QualifiedName table;
        private final Name index;
        private boolean concurrently;

        IndexDrops(QualifiedName table, Name index) {
            this.table = table;
            this.index = index;
        }

        @Override
        public IndexDrop concurrently() {
            concurrently = true;
            return this;
        }

        Operation operation() {
            return new Operation.DropIndex(table, index, concurrently);
        }
    }
}
