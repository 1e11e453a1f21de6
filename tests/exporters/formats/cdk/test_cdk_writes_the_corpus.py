"""Definitions of the corpus, valid or not, in Python that is clean and in TypeScript that compiles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from budget import deep, some
from cdk import compile_typescript
from corpus import definitions, needs_corpus
from tooling import needs_node

from exporters import export
from schemas import Document
from schemas.sidecar.workflow import Workflow

pytestmark = [deep, pytest.mark.node, needs_node, needs_corpus]


def stacks(language: str, folder: Path) -> None:
    """Write the stacks of the definitions into one folder, and what belongs to an app once."""
    folder.mkdir(parents=True, exist_ok=True)
    for index, path in enumerate(some(definitions(), 150)):
        workflow = Workflow(f"flow{index}", Document.parse(path.read_text(encoding="utf-8"), "json"))
        for artifact in export(workflow, f"cdk-{language}", force=True)[: 1 if index else None]:
            (folder / artifact.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / artifact.path).write_bytes(artifact.data)


def test_ruff_has_nothing_to_say(tmp_path: Path) -> None:
    stacks("python", tmp_path)
    for command in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated"]
        run = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout


def test_the_compiler_has_nothing_to_say(tmp_path: Path) -> None:
    stacks("typescript", tmp_path / "all" / "stacks")
    assert compile_typescript([tmp_path / "all" / "stacks"], tmp_path / "home") == ""
