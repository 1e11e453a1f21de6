"""The journal of changes, to which undo and redo add as well, and intents that are applied once.

Each write is one transaction. It begins with an update that only succeeds on the revision that the writer
has read, so one of two concurrent writers gets a `Conflict`; when a write returns, the change is on disk.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Engine, delete, select, update

from designer.library.store.record import (
    Acknowledgement,
    Author,
    ChangeMark,
    JournalEntry,
    Record,
    step_adapter,
)
from designer.library.store.session import Session
from designer.library.store.storable import refuse_unstorable
from designer.library.store.tables import ChangeRow, ClientRow, WorkflowRow, now


class Conflict(Exception):
    """The workflow was written, or deleted, since it was read."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The changes of the workflows in one database."""

    engine: Engine

    def write(
        self,
        before: Record,
        after: Record,
        entry: JournalEntry,
        acknowledgement: Acknowledgement | None = None,
    ) -> Record:
        """Store a change and the texts of `after`. Raises `Conflict`, `EditRefused` and `Unavailable`."""
        refuse_unstorable(self.engine, after.asl, after.design)
        number = before.position + 1
        after = replace(after, revision=before.revision + 1, position=number, end=number)
        obsolete = delete(ChangeRow).where(ChangeRow.workflow == before.id, ChangeRow.number >= number)
        forward = step_adapter.dump_python(entry.forward, mode="json")
        inverse = step_adapter.dump_python(entry.inverse, mode="json")
        with Session(self.engine) as session, session.begin():
            _update(session, before, after)
            session.execute(obsolete)
            session.add(
                ChangeRow(
                    workflow=before.id,
                    number=number,
                    forward=forward,
                    inverse=inverse,
                    client=entry.author.client,
                    person=entry.author.person,
                    undoes=entry.undoes,
                )
            )
            _acknowledge(session, before.id, acknowledgement)
        return after

    def entry(self, id: str, number: int) -> JournalEntry | None:
        """Change `number` of the workflow; None where the journal does not have it."""
        with Session(self.engine) as session:
            row = session.get(ChangeRow, (id, number))
        if row is None:
            return None
        return JournalEntry(
            step_adapter.validate_python(row.forward),
            step_adapter.validate_python(row.inverse),
            Author(row.client or "", row.person or ""),
            row.undoes,
        )

    def marks(self, record: Record, after: int = 0) -> list[ChangeMark]:
        """The changes of the workflow `record` behind number `after`, in their order."""
        columns = (ChangeRow.number, ChangeRow.client, ChangeRow.person, ChangeRow.undoes, ChangeRow.made)
        wanted = (
            ChangeRow.workflow == record.id,
            ChangeRow.number > after,
            ChangeRow.number <= record.position,
        )
        with Session(self.engine) as session:
            rows = session.execute(select(*columns).where(*wanted).order_by(ChangeRow.number)).all()
        return [
            ChangeMark(number, Author(client or "", person or ""), undoes, made)
            for number, client, person, undoes, made in rows
        ]

    def acknowledged(self, id: str, client: str) -> int:
        """The number of the last intent of `client` that was applied to the workflow; 0 for none."""
        number = select(ClientRow.acknowledged).where(ClientRow.workflow == id, ClientRow.client == client)
        with Session(self.engine) as session:
            return session.scalar(number) or 0


def _update(session: Session, before: Record, after: Record) -> None:
    values: dict[str, Any] = asdict(after)
    del values["id"], values["name"]
    statement = update(WorkflowRow).where(
        WorkflowRow.id == before.id, WorkflowRow.revision == before.revision
    )
    if session.execute(statement.values(changed=now(), **values).returning(WorkflowRow.id)).first() is None:
        raise Conflict(before.id)


def _acknowledge(session: Session, id: str, acknowledgement: Acknowledgement | None) -> None:
    if acknowledgement is not None:
        session.merge(
            ClientRow(workflow=id, client=acknowledgement.client, acknowledged=acknowledgement.number)
        )
