"""What AWS's own language service says of the samples: nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tooling import NODE, TOOLS, needs_node

from designer.library.samples import load_sample, samples
from exporters import export, write

pytestmark = [pytest.mark.node, needs_node]


def found(*files: Path) -> list[str]:
    command = [NODE, TOOLS / "language_service.mjs", *files]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return list(json.loads(run.stdout))


def test_it_finds_nothing_in_any_sample(tmp_path: Path) -> None:
    workflows = [load_sample(name) for name in samples()]
    files = [file for workflow in workflows for file in write(export(workflow, "asl-json"), tmp_path)]
    assert len(files) == len(workflows)
    assert found(*files) == []


def test_it_would_find_a_state_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "lost.json"
    file.write_text('{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}')
    assert any("existing state" in message for message in found(file))
