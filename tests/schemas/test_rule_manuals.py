"""Each rule's docstring is its manual: what, why, a bad and a good example, and the examples are true."""

from __future__ import annotations

import importlib
import json
import re
import textwrap

import pytest

from schemas import Document, validate
from schemas.rules import rules

EXAMPLE = re.compile(r"^(Bad|Good) example(?: \((Express)\))?:\n\n((?:    .*\n?)+)", re.MULTILINE)


def manual(code: str) -> str:
    return importlib.import_module(f"schemas.rules.{code.replace('-', '_')}").__doc__ or ""


def example(code: str, which: str) -> tuple[str, str]:
    found = {kind: (text, express) for kind, express, text in EXAMPLE.findall(manual(code))}
    text, express = found[which]
    return textwrap.dedent(text), "EXPRESS" if express else "STANDARD"


def codes(code: str, which: str) -> set[str]:
    text, machine_type = example(code, which)
    json.loads(text)
    return {found.code for found in validate(Document.parse(text), type=machine_type)}


@pytest.mark.parametrize("code", rules())
def test_the_bad_example_is_told(code):
    assert code in codes(code, "Bad")


@pytest.mark.parametrize("code", rules())
def test_the_good_example_is_not(code):
    assert code not in codes(code, "Good")


@pytest.mark.parametrize("code", rules())
def test_the_manual_says_what_and_why(code):
    what, why = manual(code).split("\n\n")[:2]
    assert what.endswith(".")
    assert why.startswith("Why: ")
