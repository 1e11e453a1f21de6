"""Samples, hostile texts and real definitions, synthesized by the real CDK in both languages."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from cdk import compile_typescript, known, synthesize
from deployed import check
from flows import workflows
from tooling import needs_node

from exporters import export, write

pytestmark = [pytest.mark.node, needs_node]

NOT_OURS = ["'topic' does not match", "Tags.", "process.exit"]
"""A topic that a real definition names wrongly, and hostile tags and values."""


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_the_cdk_synthesizes(language: str, tmp_path: Path) -> None:
    flows = workflows()
    folders = [tmp_path / "apps" / f"app{index}" for index in range(len(flows))]
    for workflow, folder in zip(flows, folders, strict=True):
        write(export(workflow, f"cdk-{language}", force=True), folder)
    assert_clean(language, folders, tmp_path)
    stacks, warnings = synthesize(language, folders, tmp_path / "home")
    assert [line for line in warnings if not any(known in line for known in NOT_OURS)] == []
    for workflow, synthesized in zip(flows, stacks, strict=True):
        check(workflow, synthesized, known(workflow))


def assert_clean(language: str, folders: list[Path], tmp_path: Path) -> None:
    if language == "typescript":
        assert compile_typescript(folders, tmp_path / "home") == ""
        return
    for folder, command in product(folders, (["check"], ["format", "--diff"])):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated"]
        run = subprocess.run(ruff, cwd=folder, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr
