"""The commands of `designer`, one module each: `build(language)` makes the command.

A command's module is imported only when that command is asked for, so that each starts fast.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import click

from designer.words import word
from schemas.diagnostic import Language


class Commands(click.Group):
    """`designer` itself: every module of this package is a command, by its name."""

    def __init__(self, language: Language) -> None:
        super().__init__("designer", help=word(language, "cli.designer"), params=[_language_option(language)])
        self.language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names."""
        return sorted(module.name for module in iter_modules(__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, in this language; None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        build: Callable[[Language], click.Command] = import_module(f"{__name__}.{cmd_name}").build
        command = build(self.language)
        command.params.append(_language_option(self.language))
        return command


def _language_option(language: Language) -> click.Option:
    """`--lang`, on every command; `designer.cli` reads it before any command is made."""
    help = word(language, "cli.lang")
    return click.Option(["--lang"], type=click.Choice(["ja", "en"]), expose_value=False, help=help)
