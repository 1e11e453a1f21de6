"""Each rule has a test of its own: three definitions or more that it flags, and three that it lets pass."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from schemas.validator.rules import rules

FEWEST = 3


@pytest.mark.parametrize("code", rules())
def test_a_rule_has_cases(code):
    section, name = rules()[code].check.__module__.split(".")[-2:]
    path = Path(__file__).parent / section / f"test_{name}.py"
    spec = importlib.util.spec_from_file_location(f"cases_of_{name}", path)
    cases = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(cases)
    assert len(cases.FLAGS) >= FEWEST
    assert len(cases.PASSES) >= FEWEST
