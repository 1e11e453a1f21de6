"""Adds the places in files where workflows live, with both texts as they were there last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "place",
        sa.Column("workflow", sa.String, sa.ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("asl", sa.String, nullable=False),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("design", sa.String, nullable=False),
    )
