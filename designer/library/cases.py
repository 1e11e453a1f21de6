"""The cases of a workflow: part of the sidecar in the library, `<name>.cases.yaml` beside it in a folder."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.core.coerce import mapping
from schemas.core.edits import EditRefused, Remove, Set
from schemas.core.paths import Json
from schemas.document.differences import differences
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design

CASES = ".cases.yaml"


def with_cases(design: Design, file: Document | None) -> Design:
    """The sidecar with the cases of a file as its last field; they replace its own of the same names.

    A sidecar that cannot be read stays as it is.
    """
    found = {**design.cases, **cases_in(file)}
    if not found or not isinstance(design.document.value, dict):
        return design
    bare, _ = divided(design)
    return Design(bare.document.apply(Set(("cases",), found)).document)


def cases_in(file: Document | None) -> dict[str, Json]:
    """The cases in a file as they are written, by name; none without a file."""
    return mapping(mapping(file.value).get("cases")) if file else {}


def divided(design: Design) -> tuple[Design, dict[str, Json]]:
    """The sidecar without the cases, and the cases."""
    if "cases" not in design.fields:
        return design, {}
    return Design(design.document.apply(Remove(("cases",))).document), design.cases


def cases_document(cases: Mapping[str, Json], before: Document | None = None) -> Document:
    """The file of these cases; what they have in common with the file `before` keeps its text."""
    wanted: Json = {**(mapping(before.value) if before else {}), "cases": dict(cases)}
    try:
        if before is not None:
            return before.apply(*differences(before.value, wanted)).document
    except EditRefused:
        pass
    return Document.parse(write_json(wanted), "json").convert("yaml")
