"""The content of a card on the board, which the board reads as Markdown and HTML."""

from __future__ import annotations

from html import escape

from designer.sketch.kind import Kind


def content(kind: Kind, kind_words: str, text: str, owner: str) -> str:
    """A card's HTML: what it stands for, what is written on it, and who answers for it.

    All of it is one line that begins with a tag: Markdown leaves such a line alone to its end. So nothing
    that a person wrote is read as Markdown, and since it is escaped, nothing is read as HTML.
    """
    head = f'<div class="kind"><i class="bi bi-{kind.icon}"></i>{_plain(kind_words)}</div>'
    body = f'<div class="text">{_plain(text)}</div>'
    foot = f'<div class="owner">{_plain(owner)}</div>' if owner else ""
    return f"<div>{head}{body}{foot}</div>"


def _plain(words: str) -> str:
    return "<br>".join(escape(line) for line in words.splitlines())
