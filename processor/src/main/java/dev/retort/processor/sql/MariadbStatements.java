package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import java.util.List;

/** What MariaDB has otherwise than MySQL. */
final class MariadbStatements extends MysqlStatements {

    MariadbStatements(DatabaseDialect dialect) {
        super(dialect, new Own(dialect));
    }

    private static final class Own extends MysqlDefinitions {
        Own(DatabaseDialect dialect) {
            super(dialect);
        }

        @Override
        String indexExpression(QualifiedName table, String expression) {
            throw new UnsupportedByDialectException(
                    "mariadb cannot index the expression " + expression + " of table " + table
                            + ": it indexes columns only",
                    Definitions.INDEX_A_COLUMN);
        }
    }

    /** As Hibernate writes it. */
    @Override
    List<String> createSequence(Sequence sequence) {
        return List.of("create sequence " + dialect().quote(sequence.name()) + SequenceBounds.of(sequence)
                + " start with " + sequence.start() + " increment by " + sequence.increment()
                + SequenceBounds.afterSteps(sequence, " nocache"));
    }

    @Override
    List<String> alterSequence(AlterSequence alter, Sequence old, Sequence altered) {
        return List.of("alter sequence " + dialect().quote(old.name())
                + SequenceBounds.changes(alter, old, altered, " nocycle", " nocache"));
    }

    @Override
    List<String> dropSequence(QualifiedName sequence) {
        return List.of("drop sequence " + dialect().quote(sequence));
    }

    @Override
    List<String> dropIndexIfExists(QualifiedName table, Name index) {
        return List.of("drop index if exists " + dialect().quote(index) + " on "
                + dialect().quote(table));
    }

    /** MariaDB, NO_AUTO_VALUE_ON_ZERO: else a row numbered 0 would get another number. */
    @Override
    String numbering(String modify) {
        return "set statement sql_mode = concat(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO') for " + modify;
    }

    @Override
    String dropCheck(QualifiedName table, Name check) {
        return "alter table " + dialect().quote(table) + " drop constraint "
                + dialect().quote(check);
    }
}
