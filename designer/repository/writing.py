"""Writes a workflow back to its place: the file of its definition, and sidecar and cases beside."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.cases import cases_document, cases_in, divided
from designer.library.files import cases_path, read_text
from designer.linting.sources.files import is_near
from designer.repository.place import Reading
from exporters.folder import replace_files
from schemas.document.differences import same
from schemas.sidecar.workflow import Workflow


class Changed(Exception):
    """The file has changed since it was read."""


def write_back(reading: Reading, workflow: Workflow, root: Path) -> str:
    """Write what differs: the files of the definition (all or none), sidecar, cases; only those in `root`.

    Returns the text of the definition's file as it is now.

    Raises `Refusal` where a file cannot be written, and `Changed` where it is not as it was read.
    """
    before, file, text = reading.workflow, reading.place.file, reading.source.text
    if workflow.document != before.document:
        if workflow.document.problem is not None:
            problem = workflow.document.problem
            raise Refusal("place.broken", str(file), problem.line, problem.column)
        written = reading.texts_with(workflow.document)
        if written is None:
            raise Refusal(reading.fixed or ("place.parts" if reading.torn else "place.unwritten"), str(file))
        if any(read_text(path) != text for path, text in reading.files.items()):
            raise Changed
        _replace(written, root)
        text = written.get(file, text)
    if workflow.design.document.text != before.design.document.text:
        _write_design(reading, workflow, root)
    return text


def _write_design(reading: Reading, workflow: Workflow, root: Path) -> None:
    """Write the sidecar and the file of cases; cases that the sidecar had move to that file."""
    known = reading.source.design
    path = cases_path(reading.sidecar)
    if _text(reading.sidecar) != (known.document.text if known else None):
        raise Changed
    if _text(path) != (reading.cases.text if reading.cases else None):
        raise Changed
    design, cases = divided(workflow.design)
    if workflow.design.document.problem is None and not same(cases, cases_in(reading.cases)):
        _replace({path: cases_document(cases, reading.cases).text}, root)
    moves = known is not None and "cases" in known.fields
    if moves or design.document.text != divided(reading.workflow.design)[0].document.text:
        _replace({reading.sidecar: design.document.text}, root)


def _text(path: Path) -> str | None:
    return read_text(path) if path.exists() else None


def _replace(texts: Mapping[Path, str], root: Path) -> None:
    for path in texts:
        if not is_near(path, root):
            raise Refusal("place.outside", str(path))
        if path.exists() and not os.access(path, os.W_OK):
            raise Refusal("place.unwritable", str(path), error=os.strerror(13))
    try:
        replace_files({path.resolve(): text.encode() for path, text in texts.items()})
    except OSError as error:
        raise Refusal("place.unwritable", str(next(iter(texts))), error=error.strerror) from error
