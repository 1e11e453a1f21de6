"""The commands of `designer`, one module each: `build(language)` makes the command.

Only the module of the command that is run is imported, so that each starts fast.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import click

from designer.base.words import word
from schemas.core.diagnostic import Language
from schemas.core.registry import module_names


class Commands(click.Group):
    """The group `designer`: each module of this package is a command of that name."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            "designer", help=word(language, "cli.designer"), params=_shared(language), add_help_option=False
        )
        self.language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names."""
        return module_names(__path__)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name with its words in the group's language; None for an unknown name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        build: Callable[[Language], click.Command] = import_module(f"{__name__}.{cmd_name}").build
        command = build(self.language)
        command.add_help_option = False
        command.params.extend(_shared(self.language))
        return command


def _shared(language: Language) -> list[click.Parameter]:
    """The options of all commands. `--lang` is read before the commands are built, and only listed here."""
    languages = click.Choice(["ja", "en"])
    return [
        click.Option(["--lang"], type=languages, expose_value=False, help=word(language, "cli.lang")),
        click.Option(
            ["--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help=word(language, "cli.help"),
        ),
    ]


def _show_help(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(context.get_help())
        context.exit()
