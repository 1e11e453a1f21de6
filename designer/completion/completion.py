"""The completions at a place of a field: names that are there, functions, and states to go to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from designer.completion import signatures
from designer.completion.jsonata_place import bound_names, place_in_jsonata
from designer.completion.jsonpath_place import place_in_jsonpath
from designer.completion.known import Known, followed
from designer.completion.place import Place
from designer.completion.scope import Scope
from schemas.core.paths import Path

Kind = Literal["field", "variable", "function", "state"]

MOST = 300
LONGEST = 10_000
"""The most completions, and the most characters of an expression before the cursor."""

_NAME = re.compile(r"[^\W\d]\w*")
_PLAIN = re.compile(r"[\w-]+")
_ESCAPED = re.compile(r'["\\\x00-\x1f]')
"""The characters that a text in JSON must escape; an offer is put into it as it stands."""
_WORDS = ("and", "or", "in", "true", "false", "null")
_TARGETS = ("Next", "Default")


@dataclass(frozen=True, slots=True)
class Completion:
    """A text that may stand in place of the last characters before the cursor, those of `replaced`.

    `detail` is what is known of its value, or the arguments of a function.
    """

    name: str
    text: str
    replaced: str
    kind: Kind
    detail: str = ""


def completions(
    before: str, after: str, path: Path, scope: Scope, targets: Collection[str] = ()
) -> list[Completion]:
    """The completions at the cursor between `before` and `after`, the text at `path` in a state.

    `targets` are the names of the states that the state may lead to. Any text is fine. Names that could not
    stand in JSON without escapes are left out.
    """
    found = (
        each
        for each in _completions(before[-LONGEST:], after, path, scope, targets)
        if not _ESCAPED.search(each.name)
    )
    return [each for each, _ in zip(found, range(MOST), strict=False)]


def _completions(
    before: str, after: str, path: Path, scope: Scope, targets: Collection[str]
) -> Iterator[Completion]:
    key = str(path[-1]) if path else ""
    if key in _TARGETS:
        yield from (Completion(name, name, before, "state") for name in targets)
    elif scope.language == "JSONata":
        opening = before.rfind("{%")
        if opening >= 0 and "%}" not in before[opening:]:
            yield from _in_jsonata(before[opening + 2 :], scope)
    elif key.endswith((".$", "Path")) or key == "Variable":
        yield from _in_jsonpath(before, after, scope, key)


def _in_jsonata(source: str, scope: Scope) -> Iterator[Completion]:
    place = place_in_jsonata(source)
    if place is None:
        return
    yield from _names_in_jsonata(source, place, scope)
    if not source.removesuffix(place.typed).rstrip("` \t\r\n").endswith("."):
        yield from _beginnings_in_jsonata(source, place, scope)


def _names_in_jsonata(source: str, place: Place, scope: Scope) -> Iterator[Completion]:
    is_quoted = source.endswith(f"`{place.typed}")
    for name, known in _members(place, scope):
        quoted = f"`{name}`"
        if is_quoted:
            yield Completion(quoted, quoted, f"`{place.typed}", "field", known.text)
        elif "`" not in name:
            text = name if _NAME.fullmatch(name) and name not in _WORDS else quoted
            yield Completion(name, text, place.typed, "field", known.text)


def _beginnings_in_jsonata(source: str, place: Place, scope: Scope) -> Iterator[Completion]:
    for name, known in scope.roots.items():
        yield Completion(name, name, place.typed, "variable", known.text)
    for name in dict.fromkeys(bound_names(source)):
        if name not in scope.roots and name != place.typed:
            yield Completion(name, name, place.typed, "variable")
    for name, arguments in signatures.JSONATA.items():
        yield Completion(f"${name}", f"${name}(", place.typed, "function", f"({arguments})")


def _in_jsonpath(before: str, after: str, scope: Scope, key: str) -> Iterator[Completion]:
    place = place_in_jsonpath(before)
    if place is None:
        return
    if place.root is None:
        for name, known in scope.roots.items():
            yield Completion(name, name, place.typed, "variable", known.text)
        if key.endswith(".$"):
            for name, arguments in signatures.INTRINSIC.items():
                called = f"States.{name}"
                yield Completion(called, f"{called}(", place.typed, "function", f"({arguments})")
        return
    for name, known in _members(place, scope):
        if place.is_open:
            closing = "" if after[:1] in ("'", '"') else before[len(before) - len(place.typed) - 1] + "]"
            yield Completion(name, f"{name}{closing}", place.typed, "field", known.text)
        elif _PLAIN.fullmatch(name):
            yield Completion(name, name, place.typed, "field", known.text)
        elif "'" not in name:
            yield Completion(name, f"['{name}']", f".{place.typed}", "field", known.text)


def _members(place: Place, scope: Scope) -> Iterator[tuple[str, Known]]:
    root = scope.roots.get(place.root or "")
    found = followed(root, place.steps, scope.language == "JSONata") if root is not None else None
    if found is not None:
        yield from found.members.items()
