package dev.retort.demo.db.migrations;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** Nobody ever showed them. */
@Migration(revision = "d41a8e60f7b2", revises = "f2169bc04d7e", message = "Drop homepages")
final class DropHomepages implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.dropColumn("providers", "homepage");
    }
}
