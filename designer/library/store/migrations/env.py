"""Runs the migrations on the connection that the caller gives; Alembic loads this module by its name."""

from __future__ import annotations

from alembic import context

from designer.library.store.migrations.names import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
context.run_migrations()
