package dev.retort.demo.db.migrations;

import static dev.retort.op.SqlTypes.enumeration;
import static dev.retort.op.SqlTypes.varchar;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** The free text of old becomes one of four words, rows included. */
@Migration(revision = "4e7a90c2d6b1", revises = "c93b1d6e04f7", message = "Replace the state of jobs by a status")
final class StatusInsteadOfState implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("download_jobs", "status", enumeration("QUEUED", "RUNNING", "DONE", "FAILED"));
        op.execute("""
                update download_jobs set status = case state
                    when 'new' then 'QUEUED'
                    when 'active' then 'RUNNING'
                    when 'ok' then 'DONE'
                    else 'FAILED'
                end""");
        op.alterColumn("download_jobs", "status").notNull();
        op.dropColumn("download_jobs", "state");
    }

    @Override
    public void downgrade(Operations op) {
        op.addColumn("download_jobs", "state", varchar(16)).notNull().defaultValue("new");
        op.execute("""
                update download_jobs set state = case status
                    when 'QUEUED' then 'new'
                    when 'RUNNING' then 'active'
                    when 'DONE' then 'ok'
                    else 'error'
                end""");
        op.dropColumn("download_jobs", "status");
    }
}
