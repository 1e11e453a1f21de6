"""Programs that name or hold definitions: Terraform, and the CDK in Python and TypeScript."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from designer.linting.sources.definitions import Found

_READERS = {
    "terraform": ((".tf",), ("aws_sfn_state_machine", "step-functions", "definition")),
    "cdk_python": ((".py",), ("aws_stepfunctions", "stepfunctions")),
    "cdk_typescript": ((".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs"), ("stepfunctions",)),
}
"""The modules of `programs`, with the endings of the files that each reads, of which a file has one of the
marks. A module is loaded, with its grammar, for such a file alone."""

ENDINGS = tuple(ending for endings, _ in _READERS.values() for ending in endings)


def program_sources(file: Path, text: str) -> Iterator[Found] | None:
    """The definitions in a program; None if it has none of the marks of a program that holds some."""
    for name, (endings, marks) in _READERS.items():
        if file.suffix.lower() in endings and any(mark in text for mark in marks):
            found: Iterator[Found] = import_module(f"designer.linting.sources.programs.{name}").sources(
                file, text
            )
            return found
    return None
