"""The library of workflows and its trash: list, read, add, rename, delete. Changes go through the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import ColumnElement, Engine, Table, UnaryExpression, bindparam, delete, select, update

from designer.library.store.record import Author, Record, format_adapter
from designer.library.store.session import Session, library_file, using
from designer.library.store.storable import refuse_unstorable
from designer.library.store.tables import ChangeRow, ClientRow, PlaceRow, VersionRow, WorkflowRow, now
from schemas.sidecar.workflow import Workflow

_WORKFLOWS = cast(Table, WorkflowRow.__table__)
_REVISION = select(_WORKFLOWS.c.revision).where(
    _WORKFLOWS.c.id == bindparam("asked"), _WORKFLOWS.c.deleted.is_(None)
)
"""Asked by every tab with each run and each second, so it is made once."""


class NoSuchWorkflow(LookupError):
    """The library has no workflow of that id: it is in the trash, was deleted, or never existed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A workflow in the list of the library or of its trash; times are in UTC.

    `revision` is the number of its writes; `deleted` is None for one that is not in the trash.
    """

    id: str
    name: str
    changed: datetime
    revision: int
    deleted: datetime | None


@dataclass(frozen=True, slots=True)
class Library:
    """The workflows in one database."""

    engine: Engine

    @property
    def generation(self) -> int:
        """A number that rises when another file takes the place of the library's."""
        file = library_file(self.engine)
        return file.generation if file else 0

    def check(self) -> None:
        """Ask the database for anything. Raises `Unavailable`."""
        with Session(self.engine) as session:
            session.execute(select(WorkflowRow.id).limit(1))

    def create_anew(self) -> None:
        """Create the library's file where it is gone. Raises `Unavailable`."""
        file = library_file(self.engine)
        if file:
            with using(self.engine, file.create):
                pass

    def entries(self) -> list[Entry]:
        """All workflows but those in the trash, the one changed last first."""
        return self._entries(WorkflowRow.deleted.is_(None), WorkflowRow.changed.desc())

    def trash(self) -> list[Entry]:
        """The workflows in the trash, the one deleted last first."""
        return self._entries(WorkflowRow.deleted.is_not(None), WorkflowRow.deleted.desc())

    def add(self, workflow: Workflow, id: str | None = None) -> str:
        """Store a new workflow, under `id` if that is given, and return its id.

        Raises `EditRefused` and `Unavailable`.
        """
        texts = (workflow.name, workflow.document.text, workflow.design.document.text)
        refuse_unstorable(self.engine, *texts)
        row = WorkflowRow(
            id=id or uuid4().hex,
            name=workflow.name,
            asl=workflow.document.text,
            format=workflow.document.format,
            design=workflow.design.document.text,
        )
        with Session(self.engine) as session, session.begin():
            session.add(row)
            return row.id

    def read(self, id: str) -> Record:
        """The current record of the workflow. Raises `NoSuchWorkflow`."""
        with Session(self.engine) as session:
            row = session.get(WorkflowRow, id)
        if row is None or row.deleted is not None:
            raise NoSuchWorkflow(id)
        format = format_adapter.validate_python(row.format)
        return Record(row.id, row.name, row.asl, format, row.design, row.revision, row.position, row.end)

    def revision(self, id: str) -> int:
        """The number of writes of the workflow. Raises `NoSuchWorkflow`."""
        with Session(self.engine) as session:
            revision: int | None = session.connection().scalar(_REVISION, {"asked": id})
        if revision is None:
            raise NoSuchWorkflow(id)
        return revision

    def has_changes_of(self, id: str, author: Author) -> bool:
        """True if the journal has changes of that tab, of that person, or of nobody known."""
        clients = ChangeRow.client.is_(None) | (ChangeRow.client == author.client)
        people = ChangeRow.person.in_(("", author.person))
        found = select(ChangeRow.number).where(ChangeRow.workflow == id, clients | people).limit(1)
        with Session(self.engine) as session:
            return session.scalar(found) is not None

    def rename(self, id: str, name: str) -> None:
        """Give the workflow another name. Raises `EditRefused` and `Unavailable`."""
        refuse_unstorable(self.engine, name)
        self._set(id, name=name)

    def discard(self, id: str) -> None:
        """Put the workflow into the trash, with its journal."""
        self._set(id, deleted=now())

    def restore(self, id: str) -> None:
        """Take the workflow out of the trash."""
        self._set(id, deleted=None)

    def delete(self, id: str) -> None:
        """Delete the workflow, its journal and its named versions for good."""
        with Session(self.engine) as session, session.begin():
            for table in (ChangeRow, ClientRow, VersionRow, PlaceRow):
                session.execute(delete(table).where(table.workflow == id))
            session.execute(delete(WorkflowRow).where(WorkflowRow.id == id))

    def _entries(self, condition: ColumnElement[bool], order: UnaryExpression[Any]) -> list[Entry]:
        row = WorkflowRow
        columns = select(row.id, row.name, row.changed, row.revision, row.deleted)
        with Session(self.engine) as session:
            return [Entry(*found) for found in session.execute(columns.where(condition).order_by(order))]

    def _set(self, id: str, **values: object) -> None:
        changed = update(WorkflowRow).where(WorkflowRow.id == id)
        with Session(self.engine) as session, session.begin():
            session.execute(changed.values(revision=WorkflowRow.revision + 1, **values))
