"""The names that people have given to themselves and to versions of workflows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, delete, select

from designer.library.store.session import Session
from designer.library.store.tables import PersonRow, VersionRow


@dataclass(frozen=True, slots=True)
class Names:
    """The names in one database."""

    engine: Engine

    def people(self) -> dict[str, str]:
        """The people's names by their ids."""
        with Session(self.engine) as session:
            return dict(session.execute(select(PersonRow.id, PersonRow.name)).all())

    def name_person(self, id: str, name: str) -> None:
        """Keep the name that a person has given."""
        with Session(self.engine) as session, session.begin():
            session.merge(PersonRow(id=id, name=name))

    def versions(self, workflow: str) -> dict[int, str]:
        """The named versions of a workflow: their names by the number of the last change in each."""
        named = select(VersionRow.number, VersionRow.name).where(VersionRow.workflow == workflow)
        with Session(self.engine) as session:
            return dict(session.execute(named).all())

    def name_version(self, workflow: str, number: int, name: str) -> None:
        """Name the version after change `number`; an empty name takes the name away."""
        unnamed = delete(VersionRow).where(VersionRow.workflow == workflow, VersionRow.number == number)
        with Session(self.engine) as session, session.begin():
            session.execute(unnamed)
            if name:
                session.add(VersionRow(workflow=workflow, number=number, name=name))
