"""Each rule's docstring is a complete manual, and its examples are correct."""

from __future__ import annotations

import pytest

from schemas import Document, validate
from schemas.sidecar.design import Design
from schemas.validator.check_design import check_design
from schemas.validator.rule_docs import FOLDER, Example, manual, pages, write
from schemas.validator.rules import rules


def codes(example: Example) -> set[str]:
    document = Document.parse(example.text, "json")
    assert document.problem is None
    design = Design(Document.parse(example.sidecar, "json")) if example.sidecar else None
    assert design is None or check_design(design) == []
    return {found.code for found in validate(document, design, example.type)}


@pytest.mark.parametrize("code", rules())
def test_the_bad_example_is_told(code):
    assert code in codes(manual(code).bad)


@pytest.mark.parametrize("code", rules())
def test_the_good_example_is_not(code):
    assert code not in codes(manual(code).good)


@pytest.mark.parametrize("code", rules())
def test_the_manual_says_what_and_why(code):
    assert manual(code).problem.endswith(".")
    assert manual(code).why


def test_the_pages_are_what_the_manuals_say():
    written = {page.name: page.read_text(encoding="utf-8") for page in FOLDER.glob("*.md")}
    assert written == pages(), "run make docs"


def test_a_page_of_a_rule_that_is_gone_goes_too(tmp_path):
    (tmp_path / "gone.md").write_text("# gone", encoding="utf-8")
    write(tmp_path)
    assert {page.name for page in tmp_path.iterdir()} == pages().keys()
