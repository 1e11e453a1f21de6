"""The library of workflows: list, read, add, rename, delete. Changes go through the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Engine, delete, select, update

from designer.library.store.record import Author, Record, format_adapter
from designer.library.store.session import Session, library_file, using
from designer.library.store.storable import refuse_unstorable
from designer.library.store.tables import ChangeRow, ClientRow, PersonRow, WorkflowRow
from schemas.sidecar.workflow import Workflow


class NoSuchWorkflow(LookupError):
    """The library has no workflow of that id: it was deleted, or never existed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A workflow in the list of the library; `changed` is in UTC."""

    id: str
    name: str
    changed: datetime


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
        """All workflows, the one changed last first."""
        columns = select(WorkflowRow.id, WorkflowRow.name, WorkflowRow.changed)
        with Session(self.engine) as session:
            return [Entry(*row) for row in session.execute(columns.order_by(WorkflowRow.changed.desc()))]

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
        if row is None:
            raise NoSuchWorkflow(id)
        format = format_adapter.validate_python(row.format)
        return Record(row.id, row.name, row.asl, format, row.design, row.revision, row.position, row.end)

    def revision(self, id: str) -> int:
        """The number of writes of the workflow. Raises `NoSuchWorkflow`."""
        with Session(self.engine) as session:
            revision = session.scalar(select(WorkflowRow.revision).where(WorkflowRow.id == id))
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

    def name_person(self, id: str, name: str) -> None:
        """Keep the name that a person has given."""
        with Session(self.engine) as session, session.begin():
            session.merge(PersonRow(id=id, name=name))

    def rename(self, id: str, name: str) -> None:
        """Give the workflow another name. Raises `EditRefused` and `Unavailable`."""
        refuse_unstorable(self.engine, name)
        renamed = update(WorkflowRow).where(WorkflowRow.id == id)
        with Session(self.engine) as session, session.begin():
            session.execute(renamed.values(name=name, revision=WorkflowRow.revision + 1))

    def delete(self, id: str) -> None:
        """Delete the workflow and its journal for good."""
        with Session(self.engine) as session, session.begin():
            session.execute(delete(ChangeRow).where(ChangeRow.workflow == id))
            session.execute(delete(ClientRow).where(ClientRow.workflow == id))
            session.execute(delete(WorkflowRow).where(WorkflowRow.id == id))
