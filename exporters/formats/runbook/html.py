"""A book as one HTML file without references to anything outside of it, which prints on A4."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import sqrt
from pathlib import Path

from exporters.formats.runbook.book import Block, Book, Bullets, Code, Paragraph, Picture, Section, Table

STYLES = Path(__file__).with_name("runbook.css")


def html(book: Book, picture: str) -> str:
    """The page; `picture` is the text of an SVG, or "" for none. Everything else is escaped."""
    title = escape(_clean(book.title))
    body = "\n".join(_section(section, 2, picture, f"s{at}") for at, section in enumerate(book.sections, 1))
    return f"""<!DOCTYPE html>
<html lang="{book.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{STYLES.read_text(encoding="utf-8")}</style>
</head>
<body>
<h1>{title}</h1>
<nav>
<ol>
{"".join(_entries(book))}</ol>
</nav>
{body}
</body>
</html>
"""


def _entries(book: Book) -> Iterator[str]:
    for at, section in enumerate(book.sections, 1):
        yield f'<li><a href="#s{at}">{_text(section.title)}</a></li>\n'


def _section(section: Section, level: int, picture: str, id: str) -> str:
    blocks = "\n".join(_block(block, picture) for block in section.blocks)
    inner = "\n".join(
        _section(each, level + 1, picture, f"{id}-{at}") for at, each in enumerate(section.sections, 1)
    )
    return f'<section id="{id}">\n<h{level}>{_text(section.title)}</h{level}>\n{blocks}\n{inner}</section>'


def _block(block: Block, picture: str) -> str:
    match block:
        case Paragraph():
            return f"<p>{_text(block.text)}</p>"
        case Bullets():
            tag = "ol" if block.numbered else "ul"
            return f"<{tag}>" + "".join(f"<li>{_text(item)}</li>" for item in block.items) + f"</{tag}>"
        case Code():
            return f"<pre><code>{_text(block.text)}</code></pre>"
        case Picture():
            return (
                f'<figure role="img" aria-label="{_text(block.words)}">{picture}</figure>' if picture else ""
            )
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    head = ""
    if table.head:
        head = (
            _widths(table)
            + "<thead><tr>"
            + "".join(f'<th scope="col">{_text(each)}</th>' for each in table.head)
        )
        head += "</tr></thead>"
    kind = f"columns-{len(table.head)}" if table.head else "terms"
    rows = "".join(_row(row, by_name=not table.head) for row in table.rows)
    return f'<table class="{kind}">{head}<tbody>{rows}</tbody></table>'


def _widths(table: Table) -> str:
    """The widths of the columns: by the square root of their texts, none below two fifths of the widest."""
    texts = [
        [title, *(line for row in table.rows for line in row[at])] for at, title in enumerate(table.head)
    ]
    roots = [sqrt(1 + sum(map(len, lines))) for lines in texts]
    shares = [max(root, 0.4 * max(roots)) for root in roots]
    columns = (f'<col style="width: {100 * share / sum(shares):.0f}%"/>' for share in shares)
    return f"<colgroup>{''.join(columns)}</colgroup>"


def _row(row: tuple[tuple[str, ...], ...], by_name: bool) -> str:
    cells = []
    for at, lines in enumerate(row):
        tag, scope = ("th", ' scope="row"') if by_name and at == 0 else ("td", "")
        cells.append(f"<{tag}{scope}>{'<br>'.join(map(_text, lines))}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _text(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    """`text` without characters that HTML may not hold."""
    return "".join(char for char in text if char in "\t\n" or _may_stand(ord(char)))


def _may_stand(point: int) -> bool:
    if point < 0x20 or 0x7F <= point < 0xA0 or 0xD800 <= point < 0xE000 or 0xFDD0 <= point < 0xFDF0:
        return False
    return point & 0xFFFE != 0xFFFE
