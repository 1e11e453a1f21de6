"""Finds the definitions in a folder that nothing in it names, beside templates that deploy others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import is_sidecar, read_text, workflow_name
from designer.linting.sources import Found, Notice, Source
from designer.linting.sources.folder import all_files, is_definition
from exporters.manifest import RECORD
from schemas.core.diagnostic import Diagnostic

CODE = "definition-unnamed"
MOST_BYTES = 1_000_000

_MAY_NAME = re.compile(
    r"(?i).+\.(ya?ml|json|toml|tf|tfvars|hcl|py|[cm]?[jt]sx?|sh|ps1|bat|mk|template|j2|tpl|go|java|kts?|scala|cs|rb|php"
    r"|rs|gradle|properties|xml|ini|cfg)|makefile|justfile|dockerfile|jenkinsfile"
)
_PIPELINES = (".github", ".circleci", ".gitlab", ".buildkite", ".azure-pipelines")
"""Hidden folders with the files of pipelines, which may deploy a definition by its name."""

_COMPUTED = re.compile(r"(?<![\w-])\.asl\b")
"""The ending of a name that is put together, or matched: `${each.key}.asl.json`, `*.asl.json`."""


class Deployed:
    """The definitions that were found while a folder is checked, and those that its templates name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._alone: dict[Path, Source] = {}
        self._named: set[Path] = set()
        self._machines: set[str] = set()

    def add(self, file: Path, found: Found) -> None:
        """Add what was found in `file`: a definition by itself, or one that a template holds or names."""
        if not isinstance(found, Source):
            return
        if is_definition(file):
            self._alone[file] = found
        else:
            self._machines.add(found.name)
            self._named |= {path.resolve() for path in (found.file, *found.followed)}

    def unnamed(self) -> Iterator[Notice]:
        """Yield a warning on each definition whose name stands in no other file; none without a template.

        None either where a file puts names of definitions together, so that it may name any.
        One that was exported into the folder, or has the name of a machine there, is the drawing of that one.
        """
        waiting = {
            file: source
            for file, source in self._alone.items()
            if file.resolve() not in self._named and workflow_name(file) not in self._machines
        }
        if not self._machines or not waiting or not self._folder.is_dir():
            return
        for file, text in self._texts():
            if not file.name.startswith(".") and _COMPUTED.search(text):
                return
            waiting = {each: source for each, source in waiting.items() if not _names(text, each)}
        for pipelines in (self._folder / name for name in _PIPELINES):
            for text in (_text(file) for file in all_files(pipelines)):
                waiting = {each: source for each, source in waiting.items() if not _names(text, each)}
        exported = self._exported()
        for file, source in waiting.items():
            if f'"{workflow_name(file)}"' not in exported:
                yield Notice(file, source.text, Diagnostic(CODE, "warning", (), 1, 1))

    def _texts(self) -> Iterator[tuple[Path, str]]:
        """The files that may name a definition, with their texts."""
        try:
            for file in all_files(self._folder):
                if _MAY_NAME.fullmatch(file.name) and not is_definition(file) and not is_sidecar(file):
                    yield file, _text(file)
        except Refusal:
            return

    def _exported(self) -> str:
        try:
            return "\n".join(_text(file) for file in all_files(self._folder) if file.name == RECORD)
        except Refusal:
            return ""


def _names(text: str, file: Path) -> bool:
    """True if the text has the name of the file, or in quotes that of its workflow."""
    name = workflow_name(file)
    return file.name in text or any(f"{quote}{name}{quote}" in text for quote in "\"'`")


def _text(file: Path) -> str:
    """The text of a file; "" for one that is large, or cannot be read."""
    try:
        return read_text(file) if file.stat().st_size <= MOST_BYTES else ""
    except (Refusal, OSError):
        return ""
