"""Adds the trash, the authors of changes, and the names of versions and people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add columns, all of them NULL for older rows, and create tables."""
    op.add_column("workflow", sa.Column("deleted", sa.DateTime))
    op.add_column("change", sa.Column("client", sa.String))
    op.add_column("change", sa.Column("person", sa.String))
    op.add_column("change", sa.Column("undoes", sa.Integer))
    op.add_column("change", sa.Column("made", sa.DateTime))
    op.create_table(
        "version",
        sa.Column("workflow", sa.String, sa.ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
    )
