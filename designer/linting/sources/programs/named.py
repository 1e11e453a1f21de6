"""Files that a CDK app names as definitions."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_document
from designer.linting.sources.definitions import Found, machine_type, whole_file
from designer.linting.sources.files import is_confined, is_near
from designer.linting.sources.notice import Notice
from designer.linting.sources.source import Source
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json
from schemas.document.document import Document, Position
from schemas.document.template import Quotation


@dataclass(frozen=True)
class Named:
    """The definition of the machine `name` in a program, at `line`.

    It is in the file at `path`, or is the `text` itself; neither is known where the program computes them.
    """

    name: str
    line: int
    path: str = ""
    text: str = ""
    properties: Mapping[str, Json] = field(default_factory=dict)


def definitions_named(file: Path, text: str, named: Named) -> Iterator[Found]:
    """The definition that a program names; a notice where it is computed."""
    found = _file(file, named.path) if named.path else None
    type = machine_type(named.properties.get("type"))
    if found is not None:
        try:
            document = read_document(found)
        except Refusal as refusal:
            yield refusal
            return
        for each in whole_file(found, document, type, named.name):
            if isinstance(each, Source):
                each = replace(each, followed=frozenset({found}), kind="cdk", properties=named.properties)
            yield each
    elif "StartAt" in named.text:
        quotation = Quotation(Document.parse(named.text), Position(named.line, 1), None)
        yield Source(
            file, text, quotation.document, (named.name,), quotation, type=type, name=named.name,
            kind="cdk", properties=named.properties, fixed="place.fixed.program",
        )  # fmt: skip
    else:
        params = {"text": named.path or named.name, "deployment": "DefinitionBody"}
        diagnostic = Diagnostic("not-followed", "warning", (), named.line, 1, params)
        yield Notice(file, text, diagnostic)


def _file(file: Path, path: str) -> Path | None:
    """The file of that name: relative to the app, which runs beside its `cdk.json`, or to the program."""
    around = [file.parent] if is_confined() else file.parents
    app = next((folder for folder in around if (folder / "cdk.json").is_file()), file.parent)
    for folder in (app, file.parent):
        found = Path(os.path.normpath(folder / path))
        try:
            if is_near(found, app) and found.is_file():
                return found if file.is_absolute() else _as_given(found)
        except (OSError, ValueError):
            continue
    return None


def _as_given(found: Path) -> Path:
    """The path relative to the current folder where it lies in it, as programs there are named."""
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found
