"""Unusual, but valid YAML."""

from __future__ import annotations

import pytest
from edit_model import at, edited, paths

from schemas import Document
from schemas.core.edits import Edit, Move, Set
from schemas.document.yaml.printer import write_yaml


@pytest.mark.parametrize(
    "text",
    [
        "base: &a {x: 1}\nused:\n  <<: {y: [2]}\n  z: 3\n",
        "base: &a {x: 1}\nused:\n  <<: [*a, {y: 2}]\n",
        "[? a : 1, b: 2]\n",
        "a:\r    b: |\r      one\r      two\r    c: 3\r",
    ],
    ids=["merge written in place", "merge of several", "pair marked with ?", "carriage returns alone"],
)
def test_each_value_is_cut_out_such_that_it_stands_alone(text: str) -> None:
    document = Document.parse(text, "yaml")
    for path in paths(document.value):
        assert Document.parse(document.source(path), "yaml").value == at(document.value, path)


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: 1\nb:", Move(("b",), ("c",))),
        ("a:\n  x: 1\nb:\n  y:", Move(("b", "y"), ("a", "y"))),
        ("- 1\n-", Move((1,), (0,))),
        ("[a: 1]\n", Move((0, "a"), (0, "b"))),
        ("-   one\n", Set((0,), {"a": 1, "b": 2})),
        ("-   one\n", Set((0,), [1, 2])),
    ],
    ids=[
        "last key without a value", "into another object", "last item without a value", "pair in a list",
        "object after a wide dash", "list after a wide dash",
    ],
)  # fmt: skip
def test_an_edit_gives_what_it_means(text: str, edit: Edit) -> None:
    document = Document.parse(text, "yaml")
    applied = document.apply(edit)
    assert applied.document.value == edited(document.value, edit)
    assert applied.document.apply(applied.inverse).document.text == text


def test_lines_that_begin_with_a_tab_are_quoted() -> None:
    value = {"a": "\tone\ntwo\n"}
    assert Document.parse(write_yaml(value), "yaml").value == value
