"""The journal of changes, to which undo and redo add as well, and intents that are applied once.

Each write is one transaction. It begins with an update that only succeeds on the revision that the writer
has read, so one of two concurrent writers gets a `Conflict`; when a write returns, the change is on disk.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import cast

from sqlalchemy import Connection, Engine, Table, bindparam, delete, insert, select, update

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

_WORKFLOWS, _CHANGES, _CLIENTS = (cast(Table, row.__table__) for row in (WorkflowRow, ChangeRow, ClientRow))
_UPDATE = update(_WORKFLOWS).where(
    _WORKFLOWS.c.id == bindparam("written"), _WORKFLOWS.c.revision == bindparam("seen")
)
_DROP = delete(_CHANGES).where(
    _CHANGES.c.workflow == bindparam("written"), _CHANGES.c.number >= bindparam("first")
)
_ADD = insert(_CHANGES)
_ACKNOWLEDGE = update(_CLIENTS).where(
    _CLIENTS.c.workflow == bindparam("written"), _CLIENTS.c.client == bindparam("of")
)
_FIRST = insert(_CLIENTS)
"""The statements of a write, made once: to make them takes longer than the database does."""


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
        change = {
            "workflow": before.id,
            "number": number,
            "forward": step_adapter.dump_python(entry.forward, mode="json"),
            "inverse": step_adapter.dump_python(entry.inverse, mode="json"),
            "client": entry.author.client,
            "person": entry.author.person,
            "undoes": entry.undoes,
        }
        with Session(self.engine) as session, session.begin():
            write = session.connection()
            _update(write, before, after)
            write.execute(_DROP, {"written": before.id, "first": number})
            write.execute(_ADD, change)
            if acknowledgement is not None:
                _acknowledge(write, before.id, acknowledgement)
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


def _update(write: Connection, before: Record, after: Record) -> None:
    values = {name: value for name, value in asdict(after).items() if name not in ("id", "name")}
    read = {"written": before.id, "seen": before.revision}
    if write.execute(_UPDATE, {**values, **read, "changed": now()}).rowcount == 0:
        raise Conflict(before.id)


def _acknowledge(write: Connection, id: str, acknowledgement: Acknowledgement) -> None:
    last, client = {"acknowledged": acknowledgement.number}, acknowledgement.client
    if write.execute(_ACKNOWLEDGE, {"written": id, "of": client, **last}).rowcount == 0:
        write.execute(_FIRST, {"workflow": id, "client": client, **last})
