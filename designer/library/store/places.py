"""The places in files where workflows live, and their texts as they were there last."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, delete, select

from designer.library.store.record import format_adapter
from designer.library.store.session import Session
from designer.library.store.tables import PlaceRow
from schemas.document.document import Document, Format
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Texts:
    """Both texts of a workflow."""

    asl: str
    format: Format
    design: str

    @classmethod
    def of(cls, workflow: Workflow) -> Texts:
        """The texts of a workflow."""
        return cls(workflow.document.text, workflow.document.format, workflow.design.document.text)

    def workflow(self, name: str) -> Workflow:
        """The workflow of that name with these texts."""
        design = Design(Document.parse(self.design, "json"))
        return Workflow(name, Document.parse(self.asl, self.format), design)


@dataclass(frozen=True, slots=True)
class Places:
    """The places in one database."""

    engine: Engine

    def workflow(self, key: str) -> str | None:
        """The id of the workflow that lives at a place; None for none."""
        with Session(self.engine) as session:
            return session.scalar(select(PlaceRow.workflow).where(PlaceRow.key == key))

    def texts(self, workflow: str) -> Texts | None:
        """The texts of a workflow as they were at its place last; None if it has none."""
        with Session(self.engine) as session:
            row = session.get(PlaceRow, workflow)
        if row is None:
            return None
        return Texts(row.asl, format_adapter.validate_python(row.format), row.design)

    def keep(self, workflow: str, key: str, texts: Texts) -> None:
        """Keep the place of a workflow, with its texts as they are there now."""
        row = PlaceRow(workflow=workflow, key=key, asl=texts.asl, format=texts.format, design=texts.design)
        elsewhere = delete(PlaceRow).where(PlaceRow.key == key, PlaceRow.workflow != workflow)
        with Session(self.engine) as session, session.begin():
            session.execute(elsewhere)
            session.merge(row)
