"""Checks that the resources and parameters which a definition names by their logical ids are in its template.

An ARN or a name in full may belong to what is elsewhere, and is not asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from schemas.asl.template_functions import call_of
from schemas.asl.walk import values
from schemas.core.diagnostic import Diagnostic
from schemas.core.did_you_mean import Names
from schemas.core.paths import Json, Path
from schemas.document.document import Document

CODE = "no-such-resource"

_ID = re.compile(r"[A-Za-z0-9]+", re.ASCII)
_IN_SUB = re.compile(r"\$\{([A-Za-z0-9]+)(?:\.[A-Za-z0-9._]+)?\}", re.ASCII)


@dataclass(frozen=True)
class LogicalIds:
    """The ids that a template has: `names`, and those that its tool makes, which match `generated`."""

    names: frozenset[str]
    generated: str = ""

    def has(self, id: str) -> bool:
        """True if the deployed template has, or may have, a resource or parameter of that id."""
        return id in self.names or bool(self.generated and re.fullmatch(self.generated, id, re.ASCII))

    def nearest(self, id: str) -> str | None:
        """The only id that can be meant by a misspelt one."""
        return self._index.nearest(id)

    @cached_property
    def _index(self) -> Names:
        return Names(sorted(self.names))


def references(value: Json) -> Iterator[tuple[Path, str]]:
    """The logical ids that functions in `value` name, with the paths of the functions."""
    for path, item in values(value, ()):
        name, argument = call_of(item)
        if name == "Ref" and isinstance(argument, str):
            yield path, argument
        elif name == "Fn::GetAtt":
            first = argument[0] if isinstance(argument, list) and argument else argument
            if isinstance(first, str):
                yield path, first.partition(".")[0]
        elif name == "Fn::Sub":
            yield from ((path, id) for id in _in_sub(argument))


def unknown_references(
    value: Json, ids: LogicalIds, others: frozenset[str]
) -> Iterator[tuple[Path, dict[str, str]]]:
    """The references to what the template does not have, as paths and params; `others` are names of loops."""
    for path, id in references(value):
        if _ID.fullmatch(id) and id not in others and not ids.has(id):
            yield path, _params(id, ids)


def missing_resources(
    document: Document, ids: LogicalIds, others: frozenset[str], is_sub: bool
) -> Iterator[Diagnostic]:
    """The warnings on ids that the template of a definition does not have.

    `is_sub` tells that the definition is the text of an `Fn::Sub`, and `others` are its own names.
    """
    found = list(unknown_references(document.value, ids, others))
    if is_sub:
        for path, item in values(document.value, ()):
            if isinstance(item, str):
                unknown = (id for id in _in_sub(item) if id not in others and not ids.has(id))
                found.extend((path, _params(id, ids)) for id in unknown)
    for path, params in found:
        at = document.position(path)
        yield Diagnostic(CODE, "warning", path, at.line, at.column, params)


def _in_sub(argument: Json) -> Iterator[str]:
    """The ids in the text of an `Fn::Sub`, without the variables that it has of its own."""
    own: Json = {}
    if isinstance(argument, list) and len(argument) == 2:
        argument, own = argument
    if isinstance(argument, str):
        names = own if isinstance(own, dict) else {}
        yield from (found[1] for found in _IN_SUB.finditer(argument) if found[1] not in names)


def _params(id: str, ids: LogicalIds) -> dict[str, str]:
    nearest = ids.nearest(id)
    return {"name": id, **({"nearest": nearest} if nearest else {})}
