"""The notices on `DefinitionSubstitutions`: values without a placeholder, resources that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from designer.linting.sources.definitions import Found
from designer.linting.sources.notice import Notice
from designer.linting.sources.place import Place
from designer.linting.sources.source import Source
from schemas.asl.walk import values
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Path
from schemas.validator.logical_ids import CODE, LogicalIds, unknown_references

UNUSED = "substitution-unused"

_NAMES = re.compile(r"\$\{([^{}]*)\}")
_WORD = re.compile(r"\w+", re.ASCII)


def about_substitutions(
    place: Place, found: Sequence[Found], ids: LogicalIds | None, loops: frozenset[str]
) -> Iterator[Notice]:
    """The warnings on an object of substitutions, whose machine has the definitions `found`."""
    used = _used(found)
    for name, value in place.members():
        if used is not None and name not in used:
            yield _notice(place, UNUSED, value.at, {"name": name}, is_key=True)
        for path, params in unknown_references(value.value, ids, loops) if ids else ():
            yield _notice(place, CODE, (*value.at, *path), params)


def _used(found: Sequence[Found]) -> set[str] | None:
    """The words in the placeholders of all definitions; None where one of them is not known in full."""
    used: set[str] = set()
    for each in found:
        if not isinstance(each, Source) or each.whole.problem:
            return None
        if each.delivery is None or each.delivery.way != "substitutions":
            return None
        for _, item in values(each.whole.value, ()):
            texts = [item] if isinstance(item, str) else item if isinstance(item, dict) else ()
            for text in texts:
                used.update(word for inside in _NAMES.findall(text) for word in _WORD.findall(inside))
    return used if found else None


def _notice(place: Place, code: str, at: Path, params: dict[str, str], is_key: bool = False) -> Notice:
    position = place.document.position(at, is_key)
    diagnostic = Diagnostic(code, "warning", at, position.line, position.column, params)
    return Notice(place.file, place.document.text, diagnostic)
