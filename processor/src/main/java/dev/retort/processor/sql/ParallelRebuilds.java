package dev.retort.processor.sql;

import dev.retort.processor.chain.RevisionGraph;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.replay.History;
import dev.retort.processor.replay.History.Applied;
import dev.retort.processor.replay.History.Replayed;
import dev.retort.processor.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table that is rebuilt on one branch and changed on another. The rebuild lists the columns that its own branch knows:
 * in a database that has the other branch already, it would lose theirs, so it is refused.
 */
final class ParallelRebuilds {

    private ParallelRebuilds() {}

    static void find(
            DatabaseDialect dialect, SqlRendering sql, RevisionGraph graph, History history, Findings findings) {
        if (history.revisions().stream()
                .noneMatch(replayed -> replayed.revision().revises().size() > 1)) {
            return;
        }
        Map<String, List<Replayed>> byTable = new HashMap<>();
        for (Replayed replayed : history.revisions()) {
            Set<String> tables = new HashSet<>();
            steps(replayed).forEach(applied -> tables.addAll(tables(applied.operation())));
            tables.forEach(table ->
                    byTable.computeIfAbsent(table, key -> new ArrayList<>()).add(replayed));
        }
        for (Replayed replayed : history.revisions()) {
            Set<String> said = new HashSet<>();
            for (Applied applied : steps(replayed).toList()) {
                rebuilt(sql, applied)
                        .filter(table -> said.add(table.key()))
                        .flatMap(table -> parallel(replayed, byTable.getOrDefault(table.key(), List.of()), graph))
                        .ifPresent(other -> findings.add(Rendering.unsupported(
                                        applied.place(),
                                        applied.operation(),
                                        dialect,
                                        dialect + " must rebuild the table, which revision "
                                                + other.revision().describe() + " changes on a parallel branch")
                                .help("let one of the two branches follow the other: revises = \""
                                        + other.revision().id() + "\"")));
            }
        }
    }

    private static Stream<Applied> steps(Replayed replayed) {
        return Stream.concat(
                replayed.upgrade().stream(), replayed.downgrade().stream().flatMap(List::stream));
    }

    private static Optional<QualifiedName> rebuilt(SqlRendering sql, Applied applied) {
        try {
            return sql.rebuilds(applied.operation(), applied.before());
        } catch (UnsupportedByDialectException saidAlready) {
            return Optional.empty();
        }
    }

    private static Optional<Replayed> parallel(Replayed replayed, List<Replayed> others, RevisionGraph graph) {
        String id = replayed.revision().id();
        Set<String> lineage = graph.lineage(id);
        return others.stream()
                .filter(other -> !lineage.contains(other.revision().id()))
                .filter(other -> !graph.lineage(other.revision().id()).contains(id))
                .findFirst();
    }

    private static List<String> tables(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return List.of(create.table().name().key());
        } else if (operation instanceof Operation.DropTable drop) {
            return List.of(drop.table().key());
        } else if (operation instanceof Operation.RenameTable rename) {
            return List.of(
                    rename.table().key(),
                    rename.table().renamed(rename.newName()).key());
        } else if (operation instanceof Operation.AddColumn add) {
            return List.of(add.table().key());
        } else if (operation instanceof Operation.DropColumn drop) {
            return List.of(drop.table().key());
        } else if (operation instanceof Operation.RenameColumn rename) {
            return List.of(rename.table().key());
        } else if (operation instanceof Operation.AlterColumn alter) {
            return List.of(alter.table().key());
        } else if (operation instanceof Operation.CreateIndex create) {
            return List.of(create.table().key());
        } else if (operation instanceof Operation.DropIndex drop) {
            return List.of(drop.table().key());
        } else if (operation instanceof PartOperation part) {
            return List.of(part.table().key());
        } else if (operation instanceof Operation.AddConstraint add) {
            return List.of(add.table().key());
        } else if (operation instanceof Operation.DropConstraint drop) {
            return List.of(drop.table().key());
        }
        return List.of();
    }
}
