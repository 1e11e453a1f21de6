"""States in a row, for pictures."""

from __future__ import annotations

from itertools import pairwise

from exporters.formats.pictures.drawing import drawing
from exporters.formats.pictures.png import rasterize
from exporters.formats.pictures.svg import svg_of
from exporters.settings import Settings
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


def pixels(workflow):
    """The picture of a workflow as a PNG, in the size that it has on the canvas."""
    return rasterize(svg_of(drawing(workflow, Settings()), workflow, Settings()), 1)
