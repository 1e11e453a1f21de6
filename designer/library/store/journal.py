"""The journal of changes: undo and redo without limit, and intents that are applied once.

Each write is one transaction. It begins with an update that only succeeds on the revision that the writer
has read, so one of two concurrent writers gets a `Conflict`; when a write returns, the change is on disk.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session

from designer.library.store.record import Acknowledgement, JournalEntry, Record, step_adapter
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
        """Store a change and the texts of `after`; drop what could be redone. Raises `Conflict`."""
        number = before.position + 1
        after = replace(after, revision=before.revision + 1, position=number, end=number)
        obsolete = delete(ChangeRow).where(ChangeRow.workflow == before.id, ChangeRow.number >= number)
        forward = step_adapter.dump_python(entry.forward, mode="json")
        inverse = step_adapter.dump_python(entry.inverse, mode="json")
        with Session(self.engine) as session, session.begin():
            _update(session, before, after)
            session.execute(obsolete)
            session.add(ChangeRow(workflow=before.id, number=number, forward=forward, inverse=inverse))
            _acknowledge(session, before.id, acknowledgement)
        return after

    def move(self, before: Record, after: Record, acknowledgement: Acknowledgement | None = None) -> Record:
        """Store an undo or a redo: the texts and the position of `after`. Raises `Conflict`."""
        after = replace(after, revision=before.revision + 1)
        with Session(self.engine) as session, session.begin():
            _update(session, before, after)
            _acknowledge(session, before.id, acknowledgement)
        return after

    def entry(self, id: str, number: int) -> JournalEntry | None:
        """Change `number` of the workflow; None where the journal does not have it."""
        with Session(self.engine) as session:
            row = session.get(ChangeRow, (id, number))
        if row is None:
            return None
        return JournalEntry(
            step_adapter.validate_python(row.forward), step_adapter.validate_python(row.inverse)
        )

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
