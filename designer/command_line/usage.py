"""Explains a wrong call of a command in one line, in the language of the person."""

from __future__ import annotations

import click

from designer.base.words import word
from schemas.core.diagnostic import Language


class WrongCall(click.UsageError):
    """A call whose options do not go together; `key` names the reason in `designer/locales/`."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key, click.get_current_context())
        self.key = key
        self.params = params


def explain(error: click.ClickException, language: Language) -> str:
    """The reason and the expected form, ending with the command that shows help."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "designer"
    return word(language, "cli.usage", reason=_reason(error, language), command=command)


def _reason(error: click.ClickException, language: Language) -> str:
    if isinstance(error, WrongCall):
        return word(language, error.key, **error.params)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return word(language, "cli.no-command")
    if isinstance(error, click.exceptions.NoSuchCommand):
        return word(language, "cli.no-such-command", command=error.command_name)
    if isinstance(error, click.NoSuchOption):
        return word(language, "cli.no-such-option", option=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param:
        return word(language, "cli.missing", name=_name(error.param))
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        choices = ", ".join(map(str, error.param.type.choices))
        return word(language, "cli.bad-choice", name=_name(error.param), choices=choices)
    if (
        isinstance(error, click.BadParameter)
        and error.param
        and isinstance(error.param.type, click.FloatRange)
    ):
        most = error.param.type.max
        return word(language, "cli.bad-number", name=_name(error.param), most=most)
    return word(language, "cli.bad-arguments")


def _name(parameter: click.Parameter) -> str:
    """The parameter as it is typed: `--format` for an option, `FILES` for an argument."""
    return (
        max(parameter.opts, key=len)
        if isinstance(parameter, click.Option)
        else (parameter.name or "").upper()
    )
