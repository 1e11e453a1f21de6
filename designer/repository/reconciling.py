"""Brings together a workflow as it was at its place last, as it is in the library, and as it is there now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from designer.library.store import Texts
from schemas.document.differences import same
from schemas.document.document import Document, Format
from schemas.document.embedding.lines import lines
from schemas.document.text.merging import changed_lines


class Conflict(Exception):
    """Both sides have changed the same place of a text."""


def reconciled(base: Texts, here: Texts, there: Texts) -> Texts:
    """The texts with the changes of both sides. Raises `Conflict`."""
    format = there.format if here.format == base.format else here.format
    if len({base.format, here.format, there.format}) > 1 and base.asl not in (here.asl, there.asl):
        raise Conflict
    asl = _merged(base.asl, here.asl, there.asl, format)
    return Texts(asl, format, _merged(base.design, here.design, there.design, "json"))


def in_words_of(known: Iterable[Texts], there: Texts) -> Texts:
    """`there` with the text of the first of the `known` that has the same definition.

    A definition from several files has no text of its own, so that one is as good as another.
    """
    value = Document(there.asl, there.format).value
    for each in known:
        document = Document(each.asl, each.format)
        if document.problem is None and same(document.value, value):
            return replace(there, asl=each.asl, format=each.format)
    return there


def _merged(base: str, here: str, there: str, format: Format) -> str:
    if here in (base, there):
        return there
    if there == base:
        return here
    merged = _by_lines(base, here, there)
    if _is_broken(merged, format) and not (_is_broken(here, format) or _is_broken(there, format)):
        raise Conflict
    return merged


def _by_lines(base: str, here: str, there: str) -> str:
    """`base` with the lines that each side has changed. Raises `Conflict` where both have changed one."""
    before = lines(base)
    changes: dict[tuple[int, int], str] = {}
    for side in (here, there):
        after = lines(side)
        for first, last, begin, stop in changed_lines(before, after):
            text = "".join(after[begin:stop])
            if changes.setdefault((first, last), text) != text:
                raise Conflict
    ordered = sorted(changes.items())
    if any(last > first for ((_, last), _), ((first, _), _) in pairwise(ordered)):
        raise Conflict
    for (first, last), text in reversed(ordered):
        before[first:last] = [text]
    return "".join(before)


def _is_broken(text: str, format: Format) -> bool:
    document = Document(text, format)
    return document.problem is not None or bool(document.repeated_names)
