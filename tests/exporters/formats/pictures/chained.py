"""States in a row, for pictures."""

from __future__ import annotations

from itertools import pairwise

from schemas import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow


def flow(*names, design=None, **fields):
    """Pass states that follow each other, the last with further fields, and a sidecar."""
    states = {name: {"Type": "Pass", "Next": following} for name, following in pairwise(names)}
    states[names[-1]] = {"Type": "Pass", "End": True, **fields}
    text = write_json({"StartAt": names[0], "States": states})
    sidecar = Design(Document.parse(write_json(design), "json")) if design else Design.empty()
    return Workflow("flow", Document.parse(text, "json"), sidecar)
