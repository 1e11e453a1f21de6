"""`designer new`: a workflow to begin with, as files in the folder where one is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from unicodedata import normalize

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.telling import tell
from designer.library.files import read_picture, read_text, write_workflow
from designer.library.opening import PICTURE, title
from designer.library.samples import load_sample, samples
from exporters import PathRefused
from exporters.names import file_name
from schemas.core.diagnostic import Language
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    return click.Command(
        "new",
        help=say("cli.new"),
        params=[
            click.Option(["--from", "origin"], type=Origin(), metavar="SAMPLE|FILE", help=say("cli.from")),
            click.Argument(["name"]),
        ],
        callback=partial(_run, language),
    )


class Origin(click.Choice[str]):
    """The origin of a new workflow: a sample, by its name, or a picture or a diagram, by its file."""

    def __init__(self) -> None:
        super().__init__(samples())

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of a sample, or of a file that is named like a picture or a diagram."""
        is_file = _is_picture(value) or _is_diagram(value)
        return value if is_file else super().convert(value, param, ctx)


def _run(language: Language, name: str, origin: str | None) -> int:
    if file_name(name) != normalize("NFC", name):
        raise Refusal("cli.bad-name", name=name)
    origin_workflow = _origin(origin, language) if origin else _blank(name, language)
    workflow = replace(origin_workflow, name=name)
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


def _is_picture(origin: str) -> bool:
    return origin.lower().endswith(PICTURE)


def _is_diagram(origin: str) -> bool:
    from schemas.diagrams.reading import is_named_like_a_diagram

    return is_named_like_a_diagram(origin) or (origin.lower().endswith(".json") and Path(origin).is_file())


def _origin(origin: str, language: Language) -> Workflow:
    if _is_picture(origin):
        return read_picture(Path(origin))
    return _sketched(Path(origin), language) if _is_diagram(origin) else load_sample(origin)


def _sketched(path: Path, language: Language) -> Workflow:
    """A workflow with the diagram at `path` as its sketch; what is left out of it is told."""
    from designer.library.diagrams import sketch_from, sketched_workflow

    sketched = sketch_from(read_text(path), str(path))
    tell(path, sketched.messages, language)
    return sketched_workflow(title(path.name), sketched)


def _blank(name: str, language: Language) -> Workflow:
    """One state that does nothing: the smallest workflow that the service accepts."""
    state = word(language, "cli.first-state")
    text = f"StartAt: {state}\nStates:\n  {state}:\n    Type: Pass\n    End: true\n"
    return Workflow(name, Document.parse(text, "yaml"))
