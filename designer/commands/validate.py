"""`designer validate`: what is wrong with definitions and their sidecars."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from designer.files import is_sidecar, read_design, read_document, sidecar_path
from designer.refusal import Refusal
from designer.report import Report
from designer.words import word
from schemas import validate
from schemas.check_design import check_design
from schemas.design import Design
from schemas.diagnostic import Language
from schemas.walk import StateMachineType


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    return click.Command(
        "validate",
        help=say("cli.validate"),
        params=[
            click.Option(["--type"], type=click.Choice(["STANDARD", "EXPRESS"]), help=say("cli.type")),
            click.Option(
                ["--format"], type=click.Choice(["text", "json"]), default="text", help=say("cli.format")
            ),
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path)),
        ],
        callback=partial(_run, language),
    )


def _run(language: Language, files: tuple[Path, ...], type: StateMachineType | None, format: str) -> int:
    found = list(dict.fromkeys(report for file in files for report in _reports(file, type, language)))
    if format == "json":
        utf8 = sys.stdout is not None and sys.stdout.encoding.lower() == "utf-8"
        print(json.dumps([asdict(report) for report in found], ensure_ascii=not utf8, indent=1))
    else:
        print(
            "\n".join([*(report.text(language) for report in found), _summary(found, len(files), language)])
        )
    return int(any(report.severity == "error" for report in found))


def _reports(file: Path, type: StateMachineType | None, language: Language) -> Iterator[Report]:
    """What is wrong with the definition at `file`, and with its sidecar; or with the sidecar at `file`."""
    design: Design | None = None
    sidecar = file if is_sidecar(file) else sidecar_path(file)
    try:
        design = Design(read_document(file)) if is_sidecar(file) else read_design(file)
    except Refusal as refusal:
        yield Report.of_refusal(refusal, language)
    for diagnostic in check_design(design) if design else ():
        yield Report.of(str(sidecar), diagnostic, language)
    if is_sidecar(file):
        return
    try:
        document = read_document(file)
    except Refusal as refusal:
        yield Report.of_refusal(refusal, language)
        return
    for diagnostic in validate(document, design, type or (design.type if design else "STANDARD")):
        yield Report.of(str(file), diagnostic, language)


def _summary(found: list[Report], files: int, language: Language) -> str:
    errors = sum(report.severity == "error" for report in found)
    return word(language, "cli.summary", files=files, errors=errors, others=len(found) - errors)
