"""Files that a CDK app names as definitions."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_document
from designer.linting.sources.definitions import Found, machine_type, whole_file
from designer.linting.sources.files import is_confined, is_near
from designer.linting.sources.notice import Notice
from designer.linting.sources.source import Source
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json
from schemas.document.document import Document, Position
from schemas.document.template import Quotation


@dataclass(frozen=True)
class Named:
    """The definition of the machine `name` in a program, at `line`.

    It is in the file at `path`, or is the `text` itself; neither is known where the program computes them, or
    puts the definition together from constructs. The file may be another one, such as that of some settings,
    where it is `guessed` from what a function is given.
    """

    name: str
    line: int
    path: str = ""
    text: str = ""
    guessed: bool = False
    properties: Mapping[str, Json] = field(default_factory=dict)

    def of_file(self, path: str | None) -> Named:
        """With the definition in the file at `path`."""
        return replace(self, path=path or "")

    def of_content(self, path: str) -> Named:
        """With the content of the file at `path`, or what a function makes of it, as the definition."""
        return replace(self, path=path, guessed=True)

    def of_text(self, text: str | None) -> Named:
        """With the `text` as the definition."""
        return replace(self, text=text or "")


def settings(fields: Mapping[str, Json]) -> dict[str, Json]:
    """The settings of a machine by the `fields` of its construct, of L1 or L2, in the words of TypeScript.

    What the program computes, as `${...}`, is left out, but for the members of enumerations.
    """
    logs = mapping(fields.get("logs", fields.get("loggingConfiguration")))
    data = logs.get("includeExecutionData", logs.get("include_execution_data"))
    given = mapping(fields.get("definitionSubstitutions"))
    found: dict[str, Json] = {
        "type": _member(fields.get("stateMachineType")),
        "role": fields.get("roleArn"),
        "tracing": fields.get("tracingEnabled", mapping(fields.get("tracingConfiguration")).get("enabled")),
        "substitutions": {name: value for name, value in given.items() if "${" not in str(value)},
        "logs": {"level": _level(fields, logs), "data": data},
    }
    return {name: value for name, value in found.items() if value is not None}


def _level(fields: Mapping[str, Json], logs: Mapping[str, Json]) -> Json:
    """The log level, ERROR where only a group is named; empty where it is computed, None without logs."""
    if "level" in logs:
        return _member(logs["level"])
    is_computed = "logs" in fields or "loggingConfiguration" in fields
    return "ERROR" if logs else "" if is_computed else None


def _member(value: Json) -> Json:
    """The member of an enumeration that an expression names, as `sfn.LogLevel.ALL`."""
    return value.rstrip("}").rpartition(".")[2] if isinstance(value, str) else None


def definitions_named(file: Path, text: str, named: Named) -> Iterator[Found]:
    """The definition that a program names; a notice where it is computed."""
    found = _file(file, named.path) if named.path else None
    type = machine_type(named.properties.get("type"))
    if found is not None:
        try:
            document = read_document(found)
        except Refusal as refusal:
            yield refusal
            return
        if named.guessed and "StartAt" not in document.text:
            yield _notice(file, text, replace(named, path=""))
            return
        for each in whole_file(found, document, type, named.name):
            if isinstance(each, Source):
                each = replace(each, followed=frozenset({found}), kind="cdk", properties=named.properties)
            yield each
    elif "StartAt" in named.text:
        quotation = Quotation(Document.parse(named.text), Position(named.line, 1), None)
        yield Source(
            file, text, quotation.document, (named.name,), quotation, type=type, name=named.name,
            kind="cdk", properties=named.properties, fixed="place.fixed.program",
        )  # fmt: skip
    else:
        yield _notice(file, text, named)


def _notice(file: Path, text: str, named: Named) -> Notice:
    reason = {"unfound": named.path} if named.path else {"constructs": named.name}
    params = {"text": named.path or named.name, **reason}
    return Notice(file, text, Diagnostic("not-followed", "warning", (), named.line, 1, params))


def _file(file: Path, path: str) -> Path | None:
    """The file of that name: relative to the app, which runs beside its `cdk.json`, or to the program."""
    around = [file.parent] if is_confined() else file.parents
    app = next((folder for folder in around if (folder / "cdk.json").is_file()), file.parent)
    for folder in (app, file.parent):
        found = Path(os.path.normpath(folder / path))
        try:
            if is_near(found, app) and found.is_file():
                return found if file.is_absolute() else _as_given(found)
        except (OSError, ValueError):
            continue
    return None


def _as_given(found: Path) -> Path:
    """The path relative to the current folder where it lies in it, as programs there are named."""
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found
