"""The entry point of the command line `designer`.

Each command is a module of `designer.command_line.commands`. A refusal is one line on standard error and an
exit code, never a traceback: 1 for a workflow or a file (2 where 1 is an answer), 2 for a wrong call.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.commands import Commands
from designer.command_line.usage import explain
from designer.linting.report import printable
from schemas.core.diagnostic import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    language = choose_language(arguments, os.environ)
    _accept_any_text(sys.stdout, sys.stderr)
    try:
        code = Commands(language).main(arguments, prog_name="designer", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return _drop_output(sys.stdout)
    except click.ClickException as error:
        return _refuse(explain(error, language), 2)
    except Refusal as refusal:
        return _refuse(refusal.place + refusal.message(language), refusal.exit_code)
    except OSError as error:
        _drop_output(sys.stdout)
        return _refuse(word(language, "cli.system", error=error.strerror or error), 1)
    except (KeyboardInterrupt, click.Abort):
        return 130
    except Exception as error:
        return _refuse(word(language, "cli.unexpected", error=f"{type(error).__name__}: {error}"), 1)
    return int(code or 0)


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that `--lang` names, else the locale's, else English."""
    for argument, value in pairwise([*arguments, ""]):
        if argument == "--":
            break
        named = value if argument == "--lang" else argument.removeprefix("--lang=")
        if named in ("ja", "en") and argument.startswith("--lang"):
            return "ja" if named == "ja" else "en"
    locales = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ja" if next(filter(None, locales), "").startswith("ja") else "en"


def _accept_any_text(*streams: object) -> None:
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _refuse(message: str, code: int) -> int:
    click.echo(printable(f"designer: {message}"), err=True)
    return code


def _drop_output(stream: object) -> int:
    """Redirect the stream to nowhere, so that Python's last flush cannot fail; returns the exit code."""
    if isinstance(stream, io.TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    return 1
