"""The tables: workflows, the journal of their changes, their named versions and places, the people who make
changes, and the last applied intent of each canvas."""

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

    `revision` rises with each write; `position` is the number of the last change. `end` equals it: only the
    first schema kept changes behind it, which could be redone, and the next change replaces those. `deleted`
    is the time at which the workflow went into the trash; NULL for one that is not there.
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
    deleted: Mapped[datetime | None]


class ChangeRow(Table):
    """Change `number` of a workflow: the steps that make it and undo it.

    `client` is the tab that made it, `person` who sat before that, `made` the time; NULL for a change of the
    first schema. An undo is a change that `undoes` an earlier one, and a redo one that undoes an undo.
    """

    __tablename__ = "change"

    workflow: Mapped[str] = mapped_column(ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    forward: Mapped[dict[str, Any]] = mapped_column(JSON)
    inverse: Mapped[dict[str, Any]] = mapped_column(JSON)
    client: Mapped[str | None]
    person: Mapped[str | None]
    undoes: Mapped[int | None]
    made: Mapped[datetime | None] = mapped_column(default=now)


class VersionRow(Table):
    """The name that a person gave to the workflow as it stood after change `number`."""

    __tablename__ = "version"

    workflow: Mapped[str] = mapped_column(ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class PersonRow(Table):
    """A person by the id that their browser keeps, and the name that they gave."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class PlaceRow(Table):
    """The place in a file where a workflow lives, by its `key`, and both texts as they were there last."""

    __tablename__ = "place"

    workflow: Mapped[str] = mapped_column(ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    asl: Mapped[str]
    format: Mapped[str]
    design: Mapped[str]


class ClientRow(Table):
    """The last intent of one canvas that was applied to a workflow."""

    __tablename__ = "client"

    workflow: Mapped[str] = mapped_column(ForeignKey("workflow.id", ondelete="CASCADE"), primary_key=True)
    client: Mapped[str] = mapped_column(primary_key=True)
    acknowledged: Mapped[int]
