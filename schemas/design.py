"""The sidecar `<name>.design.json`: what belongs to a workflow and is not ASL."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.document import Document


@dataclass(frozen=True)
class Design:
    """A sidecar, held as a JSON document and edited with the same edits; its schema is `asl/design.schema.json`."""

    document: Document

    @classmethod
    def empty(cls) -> Design:
        """A sidecar that says nothing yet."""
        return cls(Document.parse('{\n  "version": 1\n}\n', "json"))
