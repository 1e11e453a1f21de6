"""The ready-made flows: each in both languages, valid as it stands in either query language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from drawing import done, drawn, workflow

from designer.workspace.actions.paste import Paste
from schemas import Document, validate
from schemas.asl.graph import graph
from schemas.sidecar.workflow import new_workflow

FOLDER = Path(__file__).parents[4] / "designer" / "patterns"
FILES = sorted(FOLDER.iterdir())
KEYS = sorted({file.name.split(".")[0] for file in FILES})


def read(key: str, language: str) -> Document:
    return Document.parse((FOLDER / f"{key}.{language}.asl.json").read_text("utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_wrong_with_it(file: Path) -> None:
    assert validate(Document.parse(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("key", KEYS)
def test_it_is_the_same_flow_in_both_languages(key: str) -> None:
    shapes = []
    for language in ("ja", "en"):
        found = graph(read(key, language).value)
        order = {state.path: number for number, state in enumerate(found.states)}
        shapes.append(
            [
                [state.type for state in found.states],
                [(edge.kind, order.get(edge.source.path), order[edge.target.path]) for edge in found.edges],
            ]
        )
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
@pytest.mark.parametrize("key", KEYS)
def test_it_is_valid_where_it_is_added(key: str, language: str) -> None:
    before = workflow({"A": {"Type": "Pass", "End": True}}, QueryLanguage=language)
    fragment = json.dumps({"States": read(key, "en").value["States"]})
    after = done(before, Paste(uid="new", text=fragment, x=0, y=200, edge=":start:"))
    assert [diagnostic.code for diagnostic in validate(after.document)] == []
    assert "->A" in drawn(after)


def test_into_an_empty_workflow() -> None:
    fragment = json.dumps({"States": read("polling", "en").value["States"]})
    after = done(new_workflow("w"), Paste(uid="new", text=fragment, x=0, y=0))
    assert drawn(after).startswith("(Check the status)")
