"""The comments of an export, carried into the file that its parts are merged into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exporters.merging.host import Place
from schemas.core.coerce import mapping
from schemas.core.edits import Replace, Splice
from schemas.core.paths import Path, value_at
from schemas.document.document import Document
from schemas.document.template import Template

Comments = Mapping[Path, tuple[str, ...]]


def comments_in(document: Document) -> dict[Path, tuple[str, ...]]:
    """Return the comment lines of an exported YAML text, by the path of the key or item below them."""
    found: dict[Path, tuple[str, ...]] = {}
    waiting: list[str] = []
    for number, line in enumerate(document.text.split("\n"), start=1):
        written = line.strip()
        if written.startswith("#"):
            waiting.append(written)
        elif waiting:
            path = document.path_at(number, len(line) - len(line.lstrip()) + 1)
            if document.position(path, key=True).line == number:
                found[path] = tuple(waiting)
            waiting = []
    return found


def with_comments(document: Template, place: Place, path: Path, comments: Comments) -> Template:
    """`document` with the comments of what was added at `place`, which is `path` of the export.

    A new member of an object stands apart by an empty line where its neighbours do.
    """
    if document.format == "json":
        return document
    begin = place.at if place.rest else place.at[:-1]
    added = len(path) - len(place.rest)
    leads = {}
    for target, lines in comments.items():
        at = (*place.at, *target[added:])
        is_around = place.rest and target == path[: len(target)] and len(target) > added
        if is_around or target[: len(path)] == path:
            leads[at] = lines
    splices = dict(_leads(document, leads, (*begin, path[added]) if place.rest else None))
    ordered = tuple(splices[offset] for offset in sorted(splices))
    return replace(document, text=document.apply(Replace(ordered)).document.text) if ordered else document


def _leads(
    document: Template, leads: Mapping[Path, tuple[str, ...]], first: Path | None
) -> Iterator[tuple[int, Splice]]:
    """Yield the lines to put above members, by the offset where their lines begin."""
    newline = "\r\n" if "\r\n" in document.text else "\n"
    wanted = dict(leads)
    gap = first is not None and _stands_apart(document, first)
    if first is not None and gap:
        wanted.setdefault(first, ())
    for at, lines in wanted.items():
        begin = _line_start(document, at)
        if begin is None:
            continue
        start, indent = begin
        blank = [""] if gap and at == first else []
        text = "".join(f"{indent}{line}{newline}" if line else newline for line in (*blank, *lines))
        yield start, Splice(start, start, text)


def _line_start(document: Template, at: Path) -> tuple[int, str] | None:
    """The offset and the indentation of the member's line; None if something stands before it."""
    start, _ = document.span(at)
    begin = max(document.text.rfind("\n", 0, start), document.text.rfind("\r", 0, start)) + 1
    indent = document.text[begin:start]
    return (begin, indent) if not indent.strip(" ") else None


def _stands_apart(document: Template, at: Path) -> bool:
    """True if the member is the last one of an object whose other members stand apart by empty lines."""
    keys = list(mapping(value_at(document.value, at[:-1])[1]))
    if len(keys) < 3 or keys[-1] != at[-1]:
        return False
    gaps = []
    for key in keys[1:-1]:
        begin = _line_start(document, (*at[:-1], key))
        gaps.append(begin is not None and _is_blank_above(document.text, begin[0]))
    own = _line_start(document, at)
    return all(gaps) and own is not None and not _is_blank_above(document.text, own[0])


def _is_blank_above(text: str, begin: int) -> bool:
    """True if the line above the comments that stand above `begin` is empty."""
    lines = text[:begin].splitlines()
    while lines and lines[-1].lstrip().startswith("#"):
        lines.pop()
    return bool(lines) and not lines[-1].strip()
