"""A book as Markdown (GitHub's), in which nothing that people wrote is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporters.formats.runbook.book import Block, Book, Bullets, Code, Paragraph, Picture, Section, Table


def markdown(book: Book, picture: str) -> str:
    """The text; `picture` is the path of the picture beside it, or "" for none."""
    lines = [f"# {inert(book.title)}", ""]
    for section in book.sections:
        lines.extend(_section(section, 2, picture))
    return "\n".join(lines).rstrip() + "\n"


def inert(text: str) -> str:
    """`text` on one line, without a character that Markdown or HTML would read."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return re.sub(r"([\\`*_\[\]#|~<>&!$]|^[-+=]|^\d+(?=[.)])|(?<=\w):(?=//)|www(?=\.)|@)", _escaped, line)


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    if found.isalnum():
        return "".join(f"&#{ord(char)};" for char in found) if found == "www" else f"{found}\\"
    return f"&#{ord(found)};" if found in "<>&|@:" else f"\\{found}"


def _section(section: Section, level: int, picture: str) -> Iterator[str]:
    yield f"{'#' * level} {inert(section.title)}"
    yield ""
    for block in section.blocks:
        lines = list(_block(block, picture))
        if lines:
            yield from lines
            yield ""
    for inner in section.sections:
        yield from _section(inner, level + 1, picture)


def _block(block: Block, picture: str) -> Iterator[str]:
    match block:
        case Paragraph():
            yield inert(block.text)
        case Bullets():
            for at, item in enumerate(block.items, 1):
                yield f"{f'{at}.' if block.numbered else '-'} {inert(item)}"
        case Code():
            fence = "`" * (max(map(len, re.findall(r"`+", block.text)), default=0) + 3)
            yield f"{fence}\n{block.text}\n{fence}"
        case Picture():
            if picture:
                yield f"![{inert(block.words)}](<{picture.translate(_IN_LINK)}>)"
        case Table():
            yield from _table(block)


_IN_LINK = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C"})


def _table(table: Table) -> Iterator[str]:
    width = len(table.head) or max(map(len, table.rows), default=2)
    yield _row([inert(each) for each in table.head] or [""] * width)
    yield _row(["---"] * width)
    for row in table.rows:
        yield _row(["<br>".join(map(inert, lines)) for lines in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
