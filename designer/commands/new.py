"""`designer new`: a workflow to begin with, as files in the folder where one is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from unicodedata import normalize

import click

from designer.files import write_workflow
from designer.refusal import Refusal
from designer.samples import load_sample, samples
from designer.words import word
from exporters import PathRefused
from exporters.names import file_name
from schemas.diagnostic import Language
from schemas.document import Document
from schemas.workflow import Workflow


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    names = click.Choice([sample.name for sample in samples()])
    return click.Command(
        "new",
        help=say("cli.new"),
        params=[
            click.Option(["--from", "sample"], type=names, help=say("cli.from")),
            click.Argument(["name"]),
        ],
        callback=partial(_run, language),
    )


def _run(language: Language, name: str, sample: str | None) -> int:
    if file_name(name) != normalize("NFC", name):
        raise Refusal("cli.bad-name", name=name)
    workflow = replace(load_sample(sample), name=name) if sample else _blank(name, language)
    taken = next((path for path in Path().glob("*") if path.name.startswith(f"{name}.")), None)
    if taken:
        raise Refusal("cli.taken", str(taken))
    try:
        written = write_workflow(workflow, Path())
    except (PathRefused, UnicodeEncodeError) as refused:
        raise Refusal("cli.bad-name", name=name) from refused
    except OSError as error:
        raise Refusal("cli.unwritable", str(Path().resolve()), error=error.strerror) from error
    print("\n".join(path.name for path in written))
    return 0


def _blank(name: str, language: Language) -> Workflow:
    """One state that does nothing: the smallest workflow that the service accepts."""
    state = word(language, "cli.first-state")
    text = f"StartAt: {state}\nStates:\n  {state}:\n    Type: Pass\n    End: true\n"
    return Workflow(name, Document.parse(text, "yaml"))
