"""Workflows in the library that a running designer shows."""

from __future__ import annotations

from designer.library.store import Library, connect
from schemas.document.document import Document, Format
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FLOW = """{
  "StartAt": "Pay",
  "States": {
    "Pay": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": {"FunctionName": "pay"},
      "Next": "Done"
    },
    "Done": {"Type": "Succeed"}
  }
}
"""


def shelve(database: str, text: str, format: Format = "json", name: str = "Order") -> str:
    """Put a workflow into the library; its id."""
    return Library(connect(database)).add(Workflow(name, Document.parse(text, format)))


def taken(database: str, id: str) -> Workflow:
    """The workflow as the library has it now."""
    record = Library(connect(database)).read(id)
    design = Design(Document.parse(record.design, "json"))
    return Workflow(record.name, Document.parse(record.asl, record.format), design)


def kept(database: str, id: str) -> str:
    """The definition as the library has it now."""
    return Library(connect(database)).read(id).asl
