"""The diagnostics of a definition, placed in the files in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from designer.linting.sources import Notice, Source
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import value_at
from schemas.document.assembly import Assembly
from schemas.document.document import Position
from schemas.validator.delivery import is_settled, missing, undelivered
from schemas.validator.ruleset import RuleSet
from schemas.validator.validate import validate


def placed_diagnostics(source: Source, type: StateMachineType, rules: RuleSet) -> Iterator[Notice]:
    """The diagnostics of the definition as a state machine of `type`, each with its file.

    Path, line and column count from that file's beginning.
    """
    for diagnostic in _diagnostics(source, type, rules):
        if source.assembly is not None:
            yield _in_part(source.assembly, diagnostic)
            continue
        position = _position(source, diagnostic)
        path = (*source.at, *diagnostic.path)
        placed = replace(diagnostic, path=path, line=position.line, column=position.column)
        yield Notice(source.file, source.text, placed)


def _diagnostics(source: Source, type: StateMachineType, rules: RuleSet) -> list[Diagnostic]:
    """The diagnostics, with those of placeholders that the tool of the file would not substitute."""
    found = validate(source.whole, source.design, type, rules)
    if source.delivery is None or source.whole.problem is not None:
        return found
    value = source.whole.value
    others = [each for each in found if not is_settled(each, value_at(value, each.path)[1], source.delivery)]
    of_tool = (*undelivered(source.whole, source.delivery), *missing(source.whole, source.delivery))
    return sorted([*others, *of_tool], key=lambda each: (each.line, each.column))


def _position(source: Source, diagnostic: Diagnostic) -> Position:
    if source.quotation is None:
        return Position(diagnostic.line, diagnostic.column)
    return source.quotation.place(diagnostic.line, diagnostic.column)


def _in_part(assembly: Assembly, diagnostic: Diagnostic) -> Notice:
    part, path = assembly.place(diagnostic.path)
    if diagnostic.file and part.file != diagnostic.file:
        part, path = assembly.place(diagnostic.path, key=True)
    return Notice(Path(part.file), part.document.text, replace(diagnostic, path=path))
