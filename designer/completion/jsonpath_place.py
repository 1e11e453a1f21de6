"""The place of a cursor in a JSONPath or in the call of an intrinsic function."""

from __future__ import annotations

import re

from designer.completion.known import ITEM, Step
from designer.completion.place import Place

_LITERAL = re.compile(r"(?<!\[)'(?:[^'\\]|\\.)*'")
_OPENED = re.compile(r"(?<!\[)'(?!\])")
_PATH = re.compile(
    r"(?P<root>\$\$?\w*)"
    r"(?P<steps>(?:\.[\w-]+|\[(?:'[^']*'|\"[^\"]*\"|[^\[\]'\"]*)\])*?)"
    r"(?:\.(?P<name>[\w-]*)|\[['\"](?P<quoted>[^'\"\[\]]*))?\Z"
)
_STEP = re.compile(r"\.([\w-]+)|\[(?:'([^']*)'|\"([^\"]*)\"|([^\[\]'\"]*))\]")
_BEGINNING = re.compile(r"(?:\A|[(,])\s*([\w.]*)\Z")


def place_in_jsonpath(text: str) -> Place | None:
    """The place at the end of the text; None where nothing can be completed."""
    bare = _LITERAL.sub(lambda literal: "_" * len(literal[0]), text)
    if _OPENED.search(bare):
        return None
    path = _PATH.search(bare)
    if path is None:
        beginning = _BEGINNING.search(bare)
        return Place(beginning[1]) if beginning else None
    if path.start() and bare[path.start() - 1] not in "(, ":
        return None
    name, quoted = path["name"], path["quoted"]
    if name is None and quoted is None:
        return None if path["steps"] else Place(path["root"])
    steps = tuple(map(_step, _STEP.finditer(path["steps"])))
    return Place(quoted if name is None else name, path["root"], steps, is_open=name is None)


def _step(match: re.Match[str]) -> Step:
    name = next((each for each in match.groups()[:3] if each is not None), None)
    if name is not None:
        return name
    return int(match[4]) if match[4].isdecimal() and len(match[4]) < 10 else ITEM
