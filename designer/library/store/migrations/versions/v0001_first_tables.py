"""Creates the tables of workflows, of their changes, and of the canvases' last intents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "workflow",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("asl", sa.String, nullable=False),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("design", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("changed", sa.DateTime, nullable=False),
    )
    op.create_table(
        "change",
        sa.Column("workflow", sa.String, sa.ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("forward", sa.JSON, nullable=False),
        sa.Column("inverse", sa.JSON, nullable=False),
    )
    op.create_table(
        "client",
        sa.Column("workflow", sa.String, sa.ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("client", sa.String, primary_key=True),
        sa.Column("acknowledged", sa.Integer, nullable=False),
    )
