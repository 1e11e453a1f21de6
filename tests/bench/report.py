"""`docs/benchmarks.md`: one section a measure, each written anew when it is measured."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
_SECTION = "\n## "
_HEAD = """# Benchmarks

Written by `make bench`; `make bench ONLY=cold` measures one section. Each figure is the median of several
runs, and each run is a process of its own with a definition that was not seen before. Times are in
milliseconds of the clock on the wall.
"""


@dataclass(frozen=True)
class Section:
    """What was measured: a title, words before and after, and a table."""

    title: str
    before: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    after: str

    def __str__(self) -> str:
        """The section as Markdown."""
        lines = [self.columns, ["---", *("---:" for _ in self.columns[1:])], *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join((self.title, self.before, table, self.after)) + "\n"


def write(sections: Mapping[str, Section]) -> None:
    """Put the sections on the page, those of the same titles away, the others left as they are."""
    old = PAGE.read_text(encoding="utf-8").split(_SECTION)[1:] if PAGE.exists() else []
    by_title = {section.partition("\n")[0]: section for section in old}
    by_title.update({section.title: f"{section}\n{_machine()}" for section in sections.values()})
    bodies = (by_title[title].rstrip("\n") + "\n" for title in sorted(by_title))
    PAGE.write_text(_SECTION.join((_HEAD, *bodies)), encoding="utf-8")


def milliseconds(seconds: float) -> str:
    """A time as it stands in a table."""
    return f"{seconds * 1000:,.0f}" if seconds >= 0.01 else f"{seconds * 1000:.1f}"


def _machine() -> str:
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    cores = f"{os.cpu_count()} cores ({platform.system()}, {platform.machine()})"
    load = f"the load average of the last five minutes was {os.getloadavg()[1]:.1f}"
    return f"{date.today()}: {cores}, Python {platform.python_version()}, Node {node}; {load}."
