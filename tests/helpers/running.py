"""Running `designer` in this process, in a folder of the test's own."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from designer.command_line.cli import main


@dataclass(frozen=True)
class Ran:
    """What a run of `designer` left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def found(self):
        return json.loads(self.out)

    @property
    def refusal(self):
        """The one line that was printed to say no."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def designer(capsys):
    def run(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Ran(code, printed.out, printed.err)

    return run
