"""Flows of shops become workflows that our validator and AWS's own language service accept."""

from __future__ import annotations

import json
import subprocess

import pytest
from drawn import sketch
from shop_flows import FLOWS
from sketch_paths import missing_ways
from tooling import NODE, TOOLS, needs_node

from schemas import Document, validate
from schemas.conversion.convert import convert
from schemas.conversion.rendering import definition_of


def text_of(conversion):
    return json.dumps(definition_of(conversion.draft), ensure_ascii=False, indent=2)


@pytest.mark.node
@needs_node
def test_aws_finds_nothing_in_any_of_them(tmp_path):
    files = []
    for name, lines in FLOWS.items():
        files.append(tmp_path / f"{name}.json")
        files[-1].write_text(text_of(convert(sketch(lines))), encoding="utf-8")
    run = subprocess.run(
        [NODE, TOOLS / "language_service.mjs", *files], capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(run.stdout) == []


@pytest.mark.parametrize("name", FLOWS)
def test_our_validator_finds_no_error_and_every_path_is_there(name):
    drawn = sketch(FLOWS[name])
    conversion = convert(drawn)
    found = validate(Document.parse(text_of(conversion), "json"))
    assert [one.code for one in found if one.severity != "hint"] == []
    assert missing_ways(drawn, conversion) == []


@pytest.mark.parametrize("name", FLOWS)
def test_what_is_undecided_is_said(name):
    """Every undecided placeholder is an open point; all others are resources of the deployment."""
    conversion = convert(sketch(FLOWS[name]))
    undecided = [
        name for state in conversion.draft.states.values() for name in state.entry.get("undecided", [])
    ]
    said = [remark for remark in conversion.remarks if remark.code.startswith("convert-undecided")]
    assert len(undecided) == len(set(undecided)) == len(said)
    assert {remark.params["name"] for remark in said} == set(undecided)
