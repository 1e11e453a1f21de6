"""Exports and what the real tools make of them, beside the tools alone."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.missing import Missing
from bench.report import Section, milliseconds
from cdk import synthesize
from osls import package
from tooling import NODE, TOOLS

import designer

RUNS = 3
DESIGNER = Path(sys.executable).with_name("designer")
SAMPLE = Path(designer.__file__).parents[1] / "samples" / "checkout" / "workflow.asl.yaml"
COLUMNS = ["", "export", "the tool", "together", "on top of the tool"]

BEFORE = """The checkout sample, each run in new processes and new folders, in milliseconds: `designer
export`; the real tool alone on the folder that it wrote, packaging it or synthesizing its template; both."""


def measure() -> Section:
    """Every format with its tool."""
    if NODE is None:
        raise Missing("there is no Node with npm of version 20.19 or newer")
    rows = [[name, *_row(*how)] for name, how in _tools().items()]
    after = "Beside a folder that is written by hand, the export is what takes longer."
    return Section("Exports with the real tools", BEFORE, COLUMNS, rows, after)


def _tools() -> Mapping[str, tuple[str, Callable[[Path, Path], object]]]:
    """By tool: the format that it takes, and how it is run on a folder, with another one as home."""
    npm = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    osls, cdk = (npm[f"node_modules/{name}"]["version"] for name in ("osls", "aws-cdk-lib"))
    return {
        f"osls {osls} package": ("serverless", package),
        f"CDK {version('aws-cdk-lib')}, Python": ("cdk-python", partial(_synthesized, "python")),
        f"CDK {cdk}, TypeScript": ("cdk-typescript", partial(_synthesized, "typescript")),
    }


def _synthesized(language: str, folder: Path, home: Path) -> None:
    synthesize(language, [folder], home)


def _row(format: str, run: Callable[[Path, Path], object]) -> list[str]:
    exports, tools = [], []
    for _ in range(RUNS):
        with TemporaryDirectory() as place:
            folder, home = Path(place) / "app", Path(place) / "home"
            exports.append(_seconds(partial(_export, format, folder)))
            tools.append(_seconds(partial(run, folder, home)))
    export, tool = median(exports), median(tools)
    return [*map(milliseconds, (export, tool, export + tool)), f"{export / tool:.0%}"]


def _export(format: str, folder: Path) -> None:
    command = (DESIGNER, "export", "--to", format, SAMPLE, "-o", folder)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun
