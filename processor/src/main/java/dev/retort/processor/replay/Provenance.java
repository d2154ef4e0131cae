package dev.retort.processor.replay;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.operation.SequenceOperation;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.source.Instruction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the tables, columns, constraints and indexes of the schema at head were made, or last changed. */
public final class Provenance {
    private final Map<String, Location> places;

    Provenance() {
        this(new HashMap<>());
    }

    private Provenance(Map<String, Location> places) {
        this.places = places;
    }

    /** Behind a rename that no migration has yet: what was made stays where it was made. */
    public Provenance behind(Operation operation) {
        if (operation instanceof Operation.RenameTable rename) {
            Provenance behind = new Provenance(new HashMap<>(places));
            String renamed = rename.table().renamed(rename.newName()).key();
            behind.move(rename.table().key(), renamed);
            table(rename.table()).ifPresent(place -> behind.places.put("table " + renamed, place));
            return behind;
        } else if (operation instanceof Operation.RenameColumn rename) {
            Provenance behind = new Provenance(new HashMap<>(places));
            column(rename.table(), rename.column())
                    .ifPresent(place -> behind.places.put(columnKey(rename.table(), rename.newName()), place));
            return behind;
        }
        return this;
    }

    public Optional<Location> table(QualifiedName table) {
        return Optional.ofNullable(places.get("table " + table.key()));
    }

    /** Of the column's own line, else of its table. */
    public Optional<Location> column(QualifiedName table, Name column) {
        Optional<Location> own = Optional.ofNullable(places.get(columnKey(table, column)));
        return own.isPresent() ? own : table(table);
    }

    /** Of a constraint's or index's own operation, else of its table. */
    public Optional<Location> part(QualifiedName table, Optional<Name> name) {
        Optional<Location> own = name.map(part -> places.get(partKey(table, part)));
        return own.isPresent() ? own : table(table);
    }

    public Optional<Location> sequence(QualifiedName sequence) {
        return Optional.ofNullable(places.get("sequence " + sequence.key()));
    }

    public Optional<Location> object(QualifiedName object) {
        return Optional.ofNullable(places.get("object " + object.key()));
    }

    public Optional<Location> view(QualifiedName view) {
        return Optional.ofNullable(places.get("view " + view.key()));
    }

    void record(Instruction instruction) {
        record(instruction.operation(), instruction);
    }

    private void record(Operation operation, Instruction instruction) {
        Location place = instruction.place();
        if (operation instanceof Operation.CreateTable create) {
            QualifiedName table = create.table().name();
            places.put("table " + table.key(), place);
            create.table()
                    .columns()
                    .forEach(column -> places.put(
                            columnKey(table, column.name()),
                            instruction.placeOfColumn(column.name().key())));
        } else if (operation instanceof Operation.AddColumn add) {
            places.put(columnKey(add.table(), add.column().name()), place);
        } else if (operation instanceof Operation.AlterColumn alter) {
            places.put(columnKey(alter.table(), alter.column()), place);
        } else if (operation instanceof Operation.RenameColumn rename) {
            places.put(columnKey(rename.table(), rename.newName()), place);
        } else if (operation instanceof Operation.RenameTable rename) {
            move(rename.table().key(), rename.table().renamed(rename.newName()).key());
            places.put("table " + rename.table().renamed(rename.newName()).key(), place);
        } else if (operation instanceof Operation.CreateIndex create) {
            create.index().name().ifPresent(name -> places.put(partKey(create.table(), name), place));
        } else if (operation instanceof PartOperation.RenameConstraint rename) {
            places.put(partKey(rename.table(), rename.newName()), place);
        } else if (operation instanceof PartOperation.RenameIndex rename) {
            places.put(partKey(rename.table(), rename.newName()), place);
        } else if (operation instanceof Operation.AddConstraint add) {
            add.constraint().name().ifPresent(name -> places.put(partKey(add.table(), name), place));
        } else if (operation instanceof Operation.CreateObject create) {
            places.put("object " + create.object().name().key(), place);
        } else if (operation instanceof SequenceOperation.AlterSequence alter) {
            places.put("sequence " + alter.sequence().key(), place);
        } else if (operation instanceof SequenceOperation.RenameSequence rename) {
            places.put("sequence " + rename.sequence().renamed(rename.newName()).key(), place);
        } else if (operation instanceof Operation.CreateSequence create) {
            places.put("sequence " + create.sequence().name().key(), place);
        } else if (operation instanceof ViewOperation.CreateView create) {
            places.put("view " + create.view().name().key(), place);
        } else if (operation instanceof ViewOperation.ReplaceView replace) {
            places.put("view " + replace.view().name().key(), place);
        } else if (operation instanceof EnumOperation.CreateEnum create) {
            places.put("object " + create.type().name().key(), place);
        } else if (operation instanceof EnumOperation.AddEnumValue add) {
            places.put("object " + add.type().key(), place);
        } else if (operation instanceof EnumOperation.RenameEnumValue rename) {
            places.put("object " + rename.type().key(), place);
        } else if (operation instanceof StateOnly state) {
            record(state.operation(), instruction);
        } else if (operation instanceof SqlOnly sql) {
            sql.effects().forEach(effect -> record(effect, instruction));
        }
    }

    private void move(String from, String to) {
        for (String kind : new String[] {"column ", "part "}) {
            String prefix = kind + from + "\n";
            Map<String, Location> moved = new HashMap<>();
            places.forEach((key, place) -> {
                if (key.startsWith(prefix)) {
                    moved.put(kind + to + "\n" + key.substring(prefix.length()), place);
                }
            });
            places.putAll(moved);
        }
    }

    private static String columnKey(QualifiedName table, Name column) {
        return "column " + table.key() + "\n" + column.key();
    }

    private static String partKey(QualifiedName table, Name part) {
        return "part " + table.key() + "\n" + part.key();
    }
}
