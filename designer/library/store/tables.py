"""The tables: workflows, the journal of their changes, and the last applied intent of each canvas."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def now() -> datetime:
    """The current time in UTC, without a time zone, as the tables store it."""
    return datetime.now(UTC).replace(tzinfo=None)


class Table(DeclarativeBase):
    """Base of the tables."""


class WorkflowRow(Table):
    """A workflow.

    `revision` rises with each write; `position` is the number of the last change in effect (later ones can be
    redone); `end` is the number of the journal's last change.
    """

    __tablename__ = "workflow"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    asl: Mapped[str]
    format: Mapped[str]
    design: Mapped[str]
    revision: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
    end: Mapped[int] = mapped_column(default=0)
    created: Mapped[datetime] = mapped_column(default=now)
    changed: Mapped[datetime] = mapped_column(default=now)


class ChangeRow(Table):
    """Change `number` of a workflow: the steps that make it and undo it."""

    __tablename__ = "change"

    workflow: Mapped[str] = mapped_column(ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    forward: Mapped[dict[str, Any]] = mapped_column(JSON)
    inverse: Mapped[dict[str, Any]] = mapped_column(JSON)


class ClientRow(Table):
    """The last intent of one canvas that was applied to a workflow."""

    __tablename__ = "client"

    workflow: Mapped[str] = mapped_column(ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True)
    client: Mapped[str] = mapped_column(primary_key=True)
    acknowledged: Mapped[int]
