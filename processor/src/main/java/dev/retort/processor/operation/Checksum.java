package dev.retort.processor.operation;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.UniqueKey;
import dev.retort.processor.schema.WrittenSql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A digest of what a revision does. Comments, formatting, {@code databaseOnly} and the SQL of a dialect are no part of
 * it. Recorded in databases: the text it is taken over must stay the same for ever, so each value is written here by
 * hand and after its length; of {@code toString} only that of names takes part, which is how a user writes them.
 */
public final class Checksum {
    private final StringBuilder text = new StringBuilder();

    private Checksum() {}

    /** SHA-256 in lower-case hexadecimal digits. */
    public static String of(List<Operation> operations) {
        Checksum checksum = new Checksum();
        checksum.put("retort 1");
        operations.forEach(checksum::put);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(checksum.text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void put(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            put("createTable", create.table().name());
            putList(create.table().columns(), this::put);
            putList(create.table().constraints(), this::put);
            putIfPresent("comment", create.table().comment());
        } else if (operation instanceof Operation.DropTable drop) {
            put("dropTable", drop.table());
        } else if (operation instanceof Operation.RenameTable rename) {
            put("renameTable", rename.table(), rename.newName());
        } else if (operation instanceof Operation.CommentOnTable comment) {
            put("commentOnTable", comment.table());
            putList(comment.comment().stream().toList(), this::put);
        } else if (operation instanceof Operation.AddColumn add) {
            put("addColumn", add.table());
            put(add.column());
        } else if (operation instanceof Operation.DropColumn drop) {
            put("dropColumn", drop.table(), drop.column());
        } else if (operation instanceof Operation.RenameColumn rename) {
            put("renameColumn", rename.table(), rename.column(), rename.newName());
        } else if (operation instanceof Operation.AlterColumn alter) {
            put("alterColumn", alter.table(), alter.column());
            putList(alter.type().stream().toList(), this::put);
            putList(alter.nullable().stream().toList(), nullable -> put(nullable ? "nullable" : "not null"));
            putList(
                    alter.defaultValue().stream().toList(),
                    change -> putList(change.value().stream().toList(), this::put));
            putChange("collation", alter.collation());
            putChange("comment", alter.comment());
            putIfPresent("using", alter.using());
            alter.identity().ifPresent(identity -> put(identity ? "identity" : "no identity"));
            putChange("generated as", alter.generatedAs());
        } else if (operation instanceof Operation.CreateIndex create) {
            put("createIndex", create.table());
            put(create.index());
            putIf("concurrently", create.concurrently());
        } else if (operation instanceof Operation.DropIndex drop) {
            put("dropIndex", drop.table(), drop.index());
            putIf("concurrently", drop.concurrently());
        } else if (operation instanceof PartOperation.RenameConstraint rename) {
            put("renameConstraint", rename.table(), rename.constraint(), rename.newName());
        } else if (operation instanceof PartOperation.RenameIndex rename) {
            put("renameIndex", rename.table(), rename.index(), rename.newName());
        } else if (operation instanceof Operation.AddConstraint add) {
            put("addConstraint", add.table());
            put(add.constraint());
        } else if (operation instanceof Operation.DropConstraint drop) {
            put("dropConstraint", drop.table(), drop.constraint());
        } else if (operation instanceof Operation.CreateSequence create) {
            Sequence sequence = create.sequence();
            put("createSequence", sequence.name(), sequence.start(), sequence.increment());
            putIfPresent("minimum", sequence.minValue().map(String::valueOf));
            putIfPresent("maximum", sequence.maxValue().map(String::valueOf));
            putIf("cycle", sequence.cycle());
            putIfPresent("cache", sequence.cache().map(String::valueOf));
        } else if (operation instanceof RowOperation rows) {
            put(rows instanceof RowOperation.BulkInsert ? "bulkInsert" : "bulkDelete", rows.table());
            putList(rows.columns(), this::put);
            putList(
                    rows.rows(),
                    row -> putList(row, value -> putList(value.stream().toList(), this::put)));
        } else if (operation instanceof SequenceOperation.RenameSequence rename) {
            put("renameSequence", rename.sequence(), rename.newName());
        } else if (operation instanceof SequenceOperation.AlterSequence alter) {
            put("alterSequence", alter.sequence());
            putIfPresent("increment", alter.increment().map(String::valueOf));
            putIfPresent("start", alter.start().map(String::valueOf));
            putIfPresent("restart", alter.restart().map(String::valueOf));
            putNumber("minimum", alter.minValue());
            putNumber("maximum", alter.maxValue());
            alter.cycle().ifPresent(cycle -> put(cycle ? "cycle" : "no cycle"));
            putNumber("cache", alter.cache());
        } else if (operation instanceof Operation.DropSequence drop) {
            put("dropSequence", drop.sequence());
        } else if (operation instanceof Operation.CreateObject create) {
            put("createObject", create.object().name());
            putList(create.object().create(), this::put);
            putList(create.object().drop(), this::put);
        } else if (operation instanceof Operation.DropObject drop) {
            put("dropObject", drop.object());
        } else if (operation instanceof Operation.OnDialect some) {
            put("onDialect");
            putList(some.dialects(), this::put);
            put(some.operation());
        } else if (operation instanceof Operation.Execute execute) {
            put("execute", execute.sql());
        } else if (operation instanceof Operation.ExecuteByDialect execute) {
            put("executeByDialect");
            putList(List.copyOf(execute.sqlByDialect().entrySet()), entry -> put(entry.getKey(), entry.getValue()));
        } else if (operation instanceof Operation.Run run) {
            put("run", run.className(), run.method());
        } else if (operation instanceof ViewOperation view) {
            put(view);
        } else if (operation instanceof TriggerOperation trigger) {
            put(trigger);
        } else if (operation instanceof SchemaOperation.CreateSchema create) {
            put("createSchema", create.name());
        } else if (operation instanceof SchemaOperation.DropSchema drop) {
            put("dropSchema", drop.name());
        } else if (operation instanceof EnumOperation type) {
            put(type);
        } else if (operation instanceof StateOnly state) {
            put("stateOnly");
            put(state.operation());
        } else if (operation instanceof SqlOnly sql) {
            put("sqlOnly");
            put(sql.sql());
            putList(sql.effects(), this::put);
        }
    }

    private void put(ViewOperation operation) {
        if (operation instanceof ViewOperation.CreateView create) {
            put("createView", create.view().name());
            put(create.sql());
        } else if (operation instanceof ViewOperation.ReplaceView replace) {
            put("replaceView", replace.view().name());
            put(replace.sql());
        } else if (operation instanceof ViewOperation.DropView drop) {
            put("dropView", drop.view());
        }
    }

    private void put(TriggerOperation operation) {
        if (operation instanceof TriggerOperation.CreateTrigger create) {
            put("createTrigger", create.table(), create.trigger().name());
            put(create.sql());
        } else if (operation instanceof TriggerOperation.DropTrigger drop) {
            put("dropTrigger", drop.table(), drop.trigger());
        }
    }

    private void put(EnumOperation operation) {
        if (operation instanceof EnumOperation.CreateEnum create) {
            put("createEnum", create.type().name());
            putList(create.type().labels(), this::put);
        } else if (operation instanceof EnumOperation.DropEnum drop) {
            put("dropEnum", drop.type());
        } else if (operation instanceof EnumOperation.AddEnumValue add) {
            put("addEnumValue", add.type(), add.value());
            putList(
                    add.neighbour().stream().toList(),
                    neighbour -> put(neighbour.isAfter() ? "after" : "before", neighbour.value()));
        } else if (operation instanceof EnumOperation.RenameEnumValue rename) {
            put("renameEnumValue", rename.type(), rename.value(), rename.newValue());
        }
    }

    private void put(WrittenSql sql) {
        putList(sql.forAll().stream().toList(), this::put);
        putList(List.copyOf(sql.byDialect().entrySet()), entry -> put(entry.getKey(), entry.getValue()));
    }

    private void put(Column column) {
        put("column", column.name(), column.nullable() ? "nullable" : "not null", column.identity() ? "identity" : "");
        put(column.type());
        putList(column.defaultValue().stream().toList(), this::put);
        putIfPresent("generated as", column.generatedAs());
        putIfPresent("collation", column.collation());
        putIfPresent("comment", column.comment());
    }

    /** What came to the vocabulary later leaves no trace where it is not used. */
    private void putIfPresent(String what, Optional<String> value) {
        value.ifPresent(present -> put(what, present));
    }

    private void putIf(String what, boolean holds) {
        if (holds) {
            put(what);
        }
    }

    private void putChange(String what, Optional<Operation.TextChange> change) {
        change.ifPresent(present -> {
            put(what);
            putList(present.value().stream().toList(), this::put);
        });
    }

    private void putNumber(String what, Optional<SequenceOperation.NumberChange> change) {
        change.ifPresent(present -> {
            put(what);
            putList(present.value().stream().toList(), this::put);
        });
    }

    private void put(DataType type) {
        put("type", type.kind().method());
        putList(type.parameters(), this::put);
        putList(type.texts(), this::put);
        putList(type.elements(), this::put);
    }

    private void put(DefaultValue value) {
        if (value instanceof DefaultValue.Text literal) {
            put("text", literal.value());
        } else if (value instanceof DefaultValue.Whole literal) {
            put("whole", literal.value());
        } else if (value instanceof DefaultValue.Decimal literal) {
            put("decimal", literal.value().toPlainString());
        } else if (value instanceof DefaultValue.Bool literal) {
            put("bool", literal.value() ? "true" : "false");
        } else if (value instanceof DefaultValue.Expression expression) {
            put("expression", expression.sql());
        }
    }

    private void put(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            put("primaryKey");
            putList(key.columns(), this::put);
        } else if (constraint instanceof ForeignKey key) {
            put("foreignKey");
            putList(key.columns(), this::put);
            put(key.table());
            putList(key.referenced(), this::put);
            put(key.onDelete().sql(), key.onUpdate().sql());
        } else if (constraint instanceof UniqueKey key) {
            put("uniqueKey");
            putList(key.columns(), this::put);
        } else if (constraint instanceof Check check) {
            put("check", check.condition());
        } else if (constraint instanceof Exclusion exclusion) {
            put("exclusion", exclusion.method());
            putList(exclusion.elements(), element -> {
                put(element.part());
                put(element.operator());
            });
            putIfPresent("where", exclusion.where());
        }
        putList(constraint.name().stream().toList(), this::put);
    }

    private void put(Index index) {
        put("index", index.unique() ? "unique" : "");
        putList(index.name().stream().toList(), this::put);
        putList(index.parts(), this::put);
        index.included().forEach(column -> {
            put("include");
            put(column);
        });
        putIfPresent("where", index.where());
    }

    private void put(IndexPart part) {
        if (part.column().isPresent()) {
            put(part.column().get());
        } else {
            put("indexed", part.expression());
        }
        if (part.descending()) {
            put("desc");
        }
    }

    private void put(Name name) {
        put(name.quoted() ? "quoted" : "plain", name.text());
    }

    private <T> void putList(List<T> items, Consumer<T> each) {
        text.append('[').append(items.size()).append(' ');
        items.forEach(each);
        text.append(']');
    }

    /** Names as a user writes them, and plain values. */
    private void put(Object... values) {
        for (Object value : values) {
            String item = String.valueOf(value);
            text.append(item.length()).append(':').append(item).append(';');
        }
    }
}
